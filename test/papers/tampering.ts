/** What an attacker's program does to a file: tests only. */

/** Appends an increment with these objects (number and source) in the classic form that readers accept. */
export function appendIncrement(file: Buffer, objects: readonly (readonly [number, string])[]): Buffer {
  const text = file.toString('latin1');
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]!;
  const root = [...text.matchAll(/\/Root (\d+ 0 R)/g)].at(-1)![1]!;
  const id = [...text.matchAll(/\/ID (\[[^\]]+\])/g)].at(-1)![1]!;
  let body = '';
  let table = '';
  for (const [number, source] of objects) {
    const offset = String(file.length + body.length).padStart(10, '0');
    table += `${number} 1\n${offset} 00000 n \n`;
    body += `${number} 0 obj\n${source}\nendobj\n`;
  }
  const at = file.length + body.length;
  const trailer = `<</Size 10000 /Root ${root} /ID ${id} /Prev ${previous}>>`;
  const end = `xref\n${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(`${body}${end}`, 'latin1')]);
}

/** The number of the first object whose source contains the text. */
export function objectNumber(file: Buffer, text: string): number {
  const source = file.toString('latin1');
  const at = source.indexOf(text);
  if (at < 0) throw new Error(`no object with ${text}`);
  return Number([...source.slice(0, at).matchAll(/(?:^|\n)(\d+) 0 obj/g)].at(-1)![1]);
}

/** The newest source of an object. */
export function objectSource(file: Buffer, number: number): string {
  const text = file.toString('latin1');
  const start = text.lastIndexOf(`\n${number} 0 obj\n`) + `\n${number} 0 obj\n`.length;
  return text.slice(start, text.indexOf('\nendobj', start));
}
