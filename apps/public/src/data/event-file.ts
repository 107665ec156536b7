import type { KeptSnapshot } from '#published';
import { datasets } from './datasets.js';
import { csvFile, type DataFile } from './dataset-file.js';

/** The lines of one destruction as CSV (`PC-2026-0061.csv`); undefined for one that is not released. */
export function eventFile(kept: KeptSnapshot, file: string): DataFile | undefined {
  const reference = file.replace(/\.csv$/, '');
  const events = kept.content.events.filter(({ batch }) => batch.reference === reference);
  const lines = datasets.find(({ name }) => name === 'lines');
  if (!file.endsWith('.csv') || events.length === 0 || !lines) return undefined;
  return csvFile({ ...kept, content: { ...kept.content, events } }, lines);
}
