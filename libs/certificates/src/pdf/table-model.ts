import type { Name } from '../domain/certificate-content.js';

export type Column = {
  readonly zh: string;
  readonly en: string;
  /** Points; the columns together give the table's width. */
  readonly width: number;
  readonly align?: 'left' | 'decimal';
};

export type Paragraph = {
  readonly text: string;
  readonly lang?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
};

/** A name as paragraphs: Chinese, and below it English unless it is the same. */
export function named({ zh, en }: Name, english: Omit<Paragraph, 'text'>): Paragraph[] {
  return zh === en ? [{ text: zh }] : [{ text: zh }, { ...english, text: en }];
}

/** A cell; `span` is the number of columns that it covers, `header` makes it a row header. */
export type Cell = {
  readonly paragraphs: readonly Paragraph[];
  readonly span?: number;
  readonly header?: boolean;
};
/** A row; a `note` belongs to the row above it and stays on its page. */
export type Row = { readonly cells: readonly Cell[]; readonly kind?: 'body' | 'group' | 'total' | 'note' };
