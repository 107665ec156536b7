import type PDFDocument from 'pdfkit';

/** An indirect object under construction; `end` writes it. */
export type Reference = {
  data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  end(): void;
};

/** A structure element (PDF 32000-1, 14.7.2). A function among the children draws marked content. */
export type StructElement = {
  readonly dictionary: Reference;
  add(child: StructElement | (() => void) | object): StructElement;
  end(): void;
};

/**
 * What pdfkit 0.20 has beyond its published types. The version is pinned; the tests over the produced
 * bytes (qpdf, field dictionaries, structure) fail if a newer one changes any of it.
 */
export type PdfInternals = {
  readonly _root: Reference;
  readonly page: { readonly dictionary: Reference; readonly annotations: Reference[] };
  readonly metadata: object;
  ref(data: Record<string, unknown>): Reference;
  struct(type: string, options?: Record<string, unknown>): StructElement;
  addStructure(element: StructElement): void;
  markContent(tag: 'Artifact', options?: Record<string, unknown>): void;
  endMarkedContent(): void;
  annotate(x: number, y: number, w: number, h: number, options: Record<string, unknown>): void;
  initForm(): void;
  appendXML(xml: string): void;
  file(data: Uint8Array, options: Record<string, unknown>): unknown;
};

export type Pdf = InstanceType<typeof PDFDocument>;

/** The same document, seen with its unpublished members. */
export function internalsOf(pdf: Pdf): PdfInternals {
  return pdf as unknown as PdfInternals;
}

/** A PDF text string; plain JavaScript strings become PDF names in pdfkit's object writer. */
export function textString(text: string): object {
  return Object(text) as object;
}
