import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Upload } from '#evidence';
import type { Actor } from '#identity';
import { DomainError, isSha256, type Sha256 } from '#kernel';
import type { Request, Response } from 'express';
import { commandOf, writeFactsOf, type WriteFacts } from '../common/write-request.js';
import type { WriteDto } from '../common/write.dto.js';

/** A request whose body is a file, and who sends it. */
export interface UploadRequest {
  readonly actor: Actor;
  readonly write: WriteFacts;
  /** From the address. */
  readonly sha256: Sha256;
  readonly upload: Upload;
}

const lingerMs = 2_000;

/**
 * The raw body of a request as a stream; no parser touches it. A refused upload is answered at once: what the sender
 * still sends is dropped for two seconds, so that it can read the answer, then the connection ends.
 * Throws `invalid` `evidence.not-a-hash`, `request.key-not-uuid`.
 */
export const RawUpload = createParamDecorator((_: unknown, context: ExecutionContext): UploadRequest => {
  const request = context.switchToHttp().getRequest<Request & { session: { actor: Actor } }>();
  endSoonAfterRefusal(request, context.switchToHttp().getResponse<Response>());
  const length = request.headers['content-length'];
  return {
    actor: request.session.actor,
    write: writeFactsOf(request),
    sha256: hashIn(String(request.params['sha256'])),
    upload: { source: request, ...(length !== undefined && { declaredSize: Number(length) }) },
  };
});

function endSoonAfterRefusal(request: Request, response: Response): void {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.socket.destroy(), lingerMs).unref();
    request.once('close', () => clearTimeout(timer));
  });
}

/** The hash in an address; throws `invalid` `evidence.not-a-hash`. */
export function hashIn(text: string): Sha256 {
  if (isSha256(text)) return text;
  throw new DomainError('invalid', 'evidence.not-a-hash');
}

/** The command of an upload: without an Idempotency-Key its key comes from what is added. */
export function uploadCommandOf({ actor, write }: UploadRequest, query: WriteDto) {
  const { key: _, ...command } = commandOf(actor, write, query);
  return { ...command, ...(write.key !== undefined && { key: write.key }) };
}
