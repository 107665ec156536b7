import busboy from 'busboy';
import { DomainError } from '#kernel';
import type { Request, Response } from 'express';
import type { Readable } from 'node:stream';
import { largestFile, type UploadRoom } from './upload-room.js';

const rawTypes = ['application/pdf', 'application/octet-stream'];
const lingerMs = 2_000;

/**
 * Receives the file to check, as the raw body or as the one file of a form, gives it to `work`, and forgets it.
 * Throws `invalid`: `verify.too-large`, `verify.no-file`, `verify.cut`, `request.unsupported-media-type`; `busy`
 * `verify.busy`.
 */
export async function withFile<T>(
  { request, response, room }: { request: Request; response: Response; room: UploadRoom },
  work: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  endSoonAfterRefusal(request, response);
  if (Number(request.headers['content-length'] ?? 0) > largestFile + 10_000) throw tooLarge();
  const held = { bytes: 0, open: true };
  const hold = (bytes: number) => {
    if (!held.open) return;
    room.take(bytes);
    held.bytes += bytes;
    if (held.bytes > largestFile) throw tooLarge();
  };
  try {
    const bytes = request.is(rawTypes) ? await collect(request, hold) : await fileOfForm(request, hold);
    if (bytes.length === 0) throw new DomainError('invalid', 'verify.no-file');
    return await work(bytes);
  } finally {
    held.open = false;
    room.give(held.bytes);
  }
}

/** All bytes of a stream. One that fails is left flowing, so that its sender can read the answer. */
function collect(stream: Readable, hold: (bytes: number) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const fail = (error: unknown) => {
      chunks.length = 0;
      stream.off('data', take).resume();
      reject(error instanceof DomainError ? error : new DomainError('invalid', 'verify.cut'));
    };
    const take = (chunk: Buffer) => {
      try {
        hold(chunk.length);
        chunks.push(chunk);
      } catch (error) {
        fail(error);
      }
    };
    stream.on('data', take);
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', fail);
    stream.once('close', () => fail(undefined));
  });
}

async function fileOfForm(request: Request, hold: (bytes: number) => void): Promise<Buffer> {
  const form = formOf(request);
  return new Promise((resolve, reject) => {
    let file: Promise<Buffer> | undefined;
    const fail = (error: unknown) => {
      request.unpipe(form).resume();
      reject(error instanceof DomainError ? error : new DomainError('invalid', 'verify.cut'));
    };
    form.on('file', (_name, stream) => {
      stream.once('limit', () => fail(tooLarge()));
      file = collect(stream, hold);
      file.catch(fail);
    });
    form.once('error', fail);
    request.once('close', () => {
      if (!request.complete) fail(undefined);
    });
    form.once('close', () => {
      if (file) file.then(resolve, fail);
      else fail(new DomainError('invalid', 'verify.no-file'));
    });
    request.pipe(form);
  });
}

function formOf(request: Request): busboy.Busboy {
  const refused = new DomainError('invalid', 'request.unsupported-media-type', {
    expected: 'application/pdf, multipart/form-data',
  });
  if (!request.is('multipart/form-data')) throw refused;
  const limits = { fileSize: largestFile, files: 1, fields: 10, fieldSize: 1_000, parts: 12 };
  try {
    return busboy({ headers: request.headers, limits });
  } catch {
    // The header names no boundary.
    throw refused;
  }
}

function tooLarge(): DomainError {
  return new DomainError('invalid', 'verify.too-large', { limit: '50 MB' });
}

/** What the sender of a refused file still sends is dropped for a moment, then the connection ends. */
function endSoonAfterRefusal(request: Request, response: Response): void {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.socket.destroy(), lingerMs).unref();
    request.once('close', () => clearTimeout(timer));
  });
}
