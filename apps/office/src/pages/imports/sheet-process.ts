// Reads one spreadsheet in a process of its own, which the caller ends when it takes too much time or memory.
import { readSheet } from 'read-excel-file/universal';
import { plainNumber } from './plain-number.js';

process.once('message', (asked: { readonly bytes: Uint8Array; readonly rows: number }) => {
  const copy = new Uint8Array(asked.bytes).buffer;
  readSheet(copy, { parseNumber: plainNumber }).then(
    (sheet) => answer(sheet.slice(0, asked.rows).map((row) => row.map(textOf))),
    () => answer(null),
  );
});
// Nobody waits for the answer any more.
process.once('disconnect', () => process.exit());

function answer(rows: string[][] | null): void {
  process.send!(rows, () => process.disconnect());
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell as string | number | boolean);
}
