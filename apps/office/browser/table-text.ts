/** Rows of a block copied from a spreadsheet: cells parted by tabs, quoted where they hold tabs or line breaks. */
export function rowsOfBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => one.replace(/\s+/g, ' ').trim()));
}

/**
 * Which column of the grid each column of a block belongs to: by its first row where that names columns, else from
 * `start` on. `names` are what headings call each column of the grid.
 */
export function columnsOfBlock(rows: string[][], names: string[][], start: number) {
  const head = rows[0] ?? [];
  const plain = (heading: string) => heading.toLowerCase().replace(/[\s()（）【】[\]*：:]/g, '');
  const found = head.map((cell) =>
    cell === '' ? -1 : names.findIndex((known) => known.some((name) => plain(name) === plain(cell))),
  );
  const named = found.filter((column) => column >= 0).length;
  if (named >= 2) return { columns: found, rows: rows.slice(1) };
  return { columns: head.map((_, i) => (start + i < names.length ? start + i : -1)), rows };
}

/** The exact sum of plain decimals, or undefined where one is none. */
export function sumOf(amounts: string[]): string | undefined {
  let scale = 0;
  const parts: [string, string][] = [];
  for (const typed of amounts) {
    const plain = typed.normalize('NFKC').replace(/[,\s]/g, '');
    if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
    const [whole = '0', fraction = ''] = plain.split('.');
    scale = Math.max(scale, fraction.length);
    parts.push([whole, fraction]);
  }
  const sum = parts.reduce(
    (total, [whole, fraction]) => total + BigInt(whole + fraction.padEnd(scale, '0')),
    BigInt(0),
  );
  const digits = sum.toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
