/** Rows as CSV (RFC 4180, CR LF, UTF-8), the column names first. */
export function csvOf(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((name) => cell(row[name] ?? '')))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

/** Spreadsheets run cells that begin so as formulas; an apostrophe in front makes them text. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
