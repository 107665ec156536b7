// Zoom for a photo: buttons, + - 0 on the keyboard, double click; the picture moves by scrolling or dragging. Without
// this script the picture is a link to itself.
const viewer = document.querySelector<HTMLElement>('[data-viewer]');
const frame = viewer?.querySelector<HTMLElement>('[data-viewer-frame]');
const picture = frame?.querySelector('img');
if (viewer && frame && picture) enhance(viewer, frame, picture);

const steps = [1, 1.5, 2, 3, 4, 6, 8];

function enhance(figure: HTMLElement, box: HTMLElement, image: HTMLImageElement): void {
  let step = 0;
  box.querySelector('a')?.replaceWith(image);
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', figure.dataset['region'] ?? '');
  image.draggable = false;
  const zoom = (to: number) => {
    const next = Math.max(0, Math.min(steps.length - 1, to));
    const [x, y] = [centre(box, 'Left', 'Width'), centre(box, 'Top', 'Height')];
    step = next;
    image.style.width = `${(steps[step] ?? 1) * 100}%`;
    box.classList.toggle('dl-viewer-large', step > 0);
    box.scrollLeft = x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = y * box.scrollHeight - box.clientHeight / 2;
  };
  const change: Record<string, () => void> = {
    in: () => zoom(step + 1),
    out: () => zoom(step - 1),
    fit: () => zoom(0),
  };
  figure.prepend(toolbar(figure, change));
  box.addEventListener('keydown', ({ key }) => {
    const name = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' }[key];
    if (name !== undefined) change[name]?.();
  });
  image.addEventListener('dblclick', () => zoom(step === 0 ? 3 : 0));
  drag(box);
}

/** The middle of what is seen, as a share of the whole. */
function centre(box: HTMLElement, side: 'Left' | 'Top', size: 'Width' | 'Height'): number {
  return (box[`scroll${side}`] + box[`client${size}`] / 2) / box[`scroll${size}`];
}

function toolbar(figure: HTMLElement, change: Record<string, () => void>): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'dl-viewer-bar';
  for (const [name, act] of Object.entries(change)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary';
    button.textContent = figure.dataset[name] ?? '';
    button.addEventListener('click', act);
    bar.append(button);
  }
  return bar;
}

function drag(box: HTMLElement): void {
  let from: { x: number; y: number } | undefined;
  // Fingers scroll by themselves.
  box.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    from = { x: box.scrollLeft + event.clientX, y: box.scrollTop + event.clientY };
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    if (!from) return;
    box.scrollLeft = from.x - event.clientX;
    box.scrollTop = from.y - event.clientY;
  });
  const end = () => {
    from = undefined;
  };
  box.addEventListener('pointerup', end);
  box.addEventListener('pointercancel', end);
}
