import type { KeptSnapshot } from '#published';
import { csvOf } from './csv.js';
import type { Dataset } from './datasets.js';

export interface DataFile {
  readonly type: string;
  readonly body: string;
}
/** Where the site stands on the web, without a slash at the end. */
export type Base = string;

export const jsonType = 'application/json; charset=utf-8';

/** One data set in one of its forms. */
export function datasetFile(
  kept: KeptSnapshot,
  dataset: Dataset,
  { kind, base }: { readonly kind: 'csv' | 'json'; readonly base: Base },
): DataFile {
  return kind === 'csv' ? csvFile(kept, dataset) : jsonFile(kept, dataset, base);
}

/** A data set as CSV; every row names its snapshot. */
export function csvFile({ number, content }: KeptSnapshot, dataset: Dataset): DataFile {
  const marks = { snapshot: String(number), checkpoint_size: String(content.checkpoint.size) };
  const columns = [...dataset.columns.map(([name]) => name), ...Object.keys(marks)];
  const rows = dataset.rows(content).map((row) => ({ ...row, ...marks }));
  return { type: 'text/csv; charset=utf-8; header=present', body: csvOf(columns, rows) };
}

function jsonFile({ number, sha256, content }: KeptSnapshot, dataset: Dataset, base: Base): DataFile {
  const { asOf, checkpoint } = content;
  const body = {
    $schema: `${base}/data/schema/${dataset.name}.json`,
    dataset: dataset.name,
    snapshot: { number, sha256, asOf, checkpoint },
    rows: dataset.rows(content),
  };
  return { type: jsonType, body: pretty(body) };
}

export function pretty(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
