import busboy from 'busboy';
import { DomainError } from '#kernel';
import type { Request } from 'express';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** A form with files: its fields, and the bytes of each file that was chosen. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly Buffer[];
}

/** What one form of photos or papers may carry: as many files as a person chooses at once, each as large as the store takes. */
const limits = { files: 20, fileSize: 25 * 1024 * 1024, fields: 10, fieldSize: 1000, parts: 40 };

/**
 * The files of a form sent without scripts. They are read whole, because their hash must be known before they are
 * stored. Throws `invalid` `photo.too-large`, `upload.cut`, `request.unsupported-media-type`.
 * @param fileSize bytes of the largest file that is taken
 */
export async function filesIn(request: Request, fileSize = limits.fileSize): Promise<UploadForm> {
  const parser = parserOf(request, fileSize);
  const fields: Record<string, string> = {};
  const files: Promise<Buffer | undefined>[] = [];
  let tooLarge = false;
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (_name, file, { filename }) => {
    file.on('limit', () => {
      tooLarge = true;
    });
    // A file field that was left empty arrives as an empty file without a name.
    files.push(buffer(file as Readable).then((bytes) => (filename && bytes.length > 0 ? bytes : undefined)));
  });
  await new Promise<void>((resolve, reject) => {
    parser.once('close', resolve).once('error', () => reject(new DomainError('invalid', 'upload.cut')));
    request.once('aborted', () => reject(new DomainError('invalid', 'upload.cut')));
    request.pipe(parser);
  });
  if (tooLarge) throw new DomainError('invalid', 'photo.too-large', { limit: '25 MB' });
  const read: Buffer[] = [];
  for (const file of files) {
    const bytes = await file;
    if (bytes) read.push(bytes);
  }
  return { fields, files: read };
}

function parserOf(request: Request, fileSize: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { ...limits, fileSize } });
  } catch {
    throw new DomainError('invalid', 'request.unsupported-media-type', { expected: 'multipart/form-data' });
  }
}
