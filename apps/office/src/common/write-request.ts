import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, isUuid, newId, sha256Hex, type EntryId, type Json } from '#kernel';
import type { Actor } from '#identity';
import type { Command } from '#ledger';
import { canonicalize } from '#merkle';
import { toInstant } from '#platform';
import type { Request } from 'express';
import type { WriteDto } from './write.dto.js';

/** What makes a repeat recognisable: the client's key and what was asked of which address. */
export interface WriteFacts {
  readonly key?: EntryId;
  readonly method: string;
  readonly path: string;
}

/** The {@link WriteFacts} of a request; throws `invalid` `request.key-not-uuid`. */
export const WriteRequest = createParamDecorator((_: unknown, context: ExecutionContext): WriteFacts =>
  writeFactsOf(context.switchToHttp().getRequest<Request>()),
);

/** As {@link WriteRequest}, where the request is at hand. */
export function writeFactsOf(request: Request): WriteFacts {
  const key = request.headers['idempotency-key'];
  const facts = { method: request.method, path: request.originalUrl };
  if (key === undefined) return facts;
  const lower = String(key).toLowerCase();
  if (!isUuid(lower)) throw new DomainError('invalid', 'request.key-not-uuid');
  return { ...facts, key: lower as EntryId };
}

/**
 * The command of a write request. The key is the Idempotency-Key, else `fallback` (for creating requests the new
 * resource's id), else new. A step-up is single-use, so it is no part of what makes two requests the same.
 */
export function commandOf(actor: Actor, write: WriteFacts, body: WriteDto, fallback?: string): Command {
  const { stepUp: _, ...asked } = body as WriteDto & { stepUp?: string };
  const content = canonicalize({ method: write.method, path: write.path, body: plain(asked) });
  return {
    key: write.key ?? (fallback as EntryId | undefined) ?? newId<EntryId>(),
    fingerprint: sha256Hex(content),
    person: actor.person,
    agency: actor.agency,
    ...(body.happened != null && { happened: toInstant(body.happened) }),
    ...(body.lateReason != null && { lateReason: body.lateReason }),
  };
}

/** DTO instances as plain JSON without absent fields. */
function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
