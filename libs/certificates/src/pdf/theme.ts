/** Colours of the product (ui.md tokens) and the measures of the page, all in points (1/72 inch). */
export const colour = {
  ink: '#16202C',
  muted: '#55606E',
  seal: '#A8231C',
  line: '#B9C2CC',
  inner: '#E1E6EB',
  tint: '#F1F4F7',
} as const;

/** A4 (ISO 216) with margins that leave room for punching at the left edge. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 48, top: 62, bottom: 62 } as const;
export const contentWidth = page.width - page.left - page.right;
export const bottomEdge = page.height - page.bottom;

/** Line height as a multiple of the font size: Chinese needs more air than Latin. */
export const leading = 1.42;
