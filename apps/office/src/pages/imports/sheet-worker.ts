// Reads one spreadsheet in a thread of its own, which the caller ends when it takes too long or too much memory.
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';
import { plainNumber } from './plain-number.js';

const { bytes, rows } = workerData as { bytes: ArrayBuffer; rows: number };
const sheet = await readSheet(bytes, { parseNumber: plainNumber });
parentPort!.postMessage(sheet.slice(0, rows).map((row) => row.map(textOf)));

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}
