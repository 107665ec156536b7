import type { PublicSnapshot } from '#published';
import { csvOf } from './csv.js';
import { datasets } from './datasets.js';
import type { DataFile } from './snapshot-files.js';

/** The lines of one destruction as CSV (`PC-2026-0061.csv`); undefined for one that is not released. */
export function eventFile(content: PublicSnapshot, file: string): DataFile | undefined {
  const reference = file.replace(/\.csv$/, '');
  const events = content.events.filter(({ batch }) => batch.reference === reference);
  const lines = datasets.find(({ name }) => name === 'lines');
  if (!file.endsWith('.csv') || events.length === 0 || !lines) return undefined;
  const columns = lines.columns.map(([name]) => name);
  return { type: 'text/csv; charset=utf-8', body: csvOf(columns, lines.rows({ ...content, events })) };
}
