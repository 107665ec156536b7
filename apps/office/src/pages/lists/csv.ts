import type { Response } from 'express';

/**
 * A table as CSV (RFC 4180) that spreadsheets open in the right characters. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function sendCsv(response: Response, name: string, csv: string): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`);
  response.setHeader('Cache-Control', 'no-store');
  response.type('text/csv; charset=utf-8').send(csv);
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
