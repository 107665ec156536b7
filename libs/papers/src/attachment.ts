import { inflateSync } from 'node:zlib';
import { PdfFault } from './pdf/pdf-fault.js';
import type { PdfFile, PdfObject } from './pdf/pdf-file.js';
import {
  isArray,
  isCount,
  isDict,
  nameOf,
  PdfRef,
  textOf,
  type PdfDict,
  type PdfValue,
} from './pdf/pdf-value.js';

/** The data of our largest certificate have under 1 MB; more is an attempt to fill memory. */
const maxAttachmentBytes = 16 << 20;

/**
 * The bytes of the embedded file with this name, as the newest revision names it in the catalog's
 * `/Names /EmbeddedFiles` (ISO 32000-1, 7.11.4); undefined when there is none.
 * Throws {@link PdfFault}: `structure-foreign` when it can't be read, `too-large` beyond 16 MiB inflated.
 */
export function attachmentOf(file: PdfFile, name: string): Uint8Array | undefined {
  const catalog = file.catalog.value;
  const names = isDict(catalog) ? file.dictAt(catalog, 'Names') : undefined;
  const tree = names && file.dictAt(names, 'EmbeddedFiles');
  const pairs = file.resolve(tree?.get('Names'));
  if (!isArray(pairs)) return undefined;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const found = embedded(file, pairs[index + 1], name);
    if (found) return inflate(file, found);
  }
  return undefined;
}

/** The stream of a file specification that carries this name in `/F` or `/UF`. */
function embedded(file: PdfFile, value: PdfValue | undefined, name: string): PdfObject | undefined {
  const specification = file.resolve(value);
  if (!isDict(specification)) return undefined;
  if (textOf(specification.get('UF')) !== name && textOf(specification.get('F')) !== name) return undefined;
  const stream = file.dictAt(specification, 'EF')?.get('F');
  return stream instanceof PdfRef ? file.object(stream) : undefined;
}

function inflate(file: PdfFile, object: PdfObject): Uint8Array {
  const { value, streamStart } = object;
  const length = isDict(value) ? file.resolve(value.get('Length')) : undefined;
  if (!isDict(value) || streamStart === undefined || !isCount(length))
    throw new PdfFault('structure-foreign', `object ${object.number} is not a stream`);
  return unpack(file.bytes, value, { start: streamStart, length });
}

/** The contents of a stream: plain, or packed once with FlateDecode. */
export function unpack(
  bytes: Uint8Array,
  dict: PdfDict,
  { start, length }: { readonly start: number; readonly length: number },
): Uint8Array {
  if (start + length > bytes.length)
    throw new PdfFault('structure-foreign', 'stream reaches beyond the file', start);
  const data = bytes.subarray(start, start + length);
  const filter = dict.get('Filter');
  if (filter === undefined) return data;
  if (nameOf(filter) !== 'FlateDecode' || dict.has('DecodeParms'))
    throw new PdfFault('structure-foreign', 'unknown stream filter', start);
  try {
    return inflateSync(data, { maxOutputLength: maxAttachmentBytes });
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new PdfFault(full ? 'too-large' : 'structure-foreign', 'stream does not inflate', start);
  }
}
