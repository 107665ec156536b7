/** A file of these objects (number and source) with a right table, and what the trailer says besides. */
export function handMadePdf(objects: Readonly<Record<number, string>>, trailer = ''): Buffer {
  let body = '%PDF-1.7\n';
  const table = Object.entries(objects).map(([number, source]) => {
    const line = `${number} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${source}\nendobj\n`;
    return line;
  });
  const end = `trailer\n<</Size 100 /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n${table.join('')}${end}`, 'latin1');
}
