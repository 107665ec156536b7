import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Action } from './domain/access-matrix.js';
import type { Actor } from './domain/actor.js';
import type { SubjectOfAccess } from './domain/reach.js';
import type { FormRequest } from './session-cookie.js';
import type { OpenSession } from './sessions.service.js';

/** Where a handler's subject stands: its kind and the route parameter with its id. */
export interface PermitSubject {
  readonly kind: SubjectOfAccess;
  readonly param: string;
}
export interface PermitRule {
  readonly action: Action;
  readonly subject?: PermitSubject;
}

export const permitKey = 'identity:permit';
export const publicKey = 'identity:public';

/** What a handler needs: an action of the matrix and, where it concerns one subject, where its id stands. */
export const Permit = (action: Action, subject?: PermitSubject): MethodDecorator =>
  SetMetadata(permitKey, { action, ...(subject && { subject }) } satisfies PermitRule);

/** Marks the few handlers that need no session (log-in, health). */
export const Public = (): MethodDecorator => SetMetadata(publicKey, true);

/** The part of a request that access looks at; no HTTP framework is named here. */
export interface SignedRequest extends FormRequest {
  readonly params: Readonly<Record<string, string>>;
  session?: OpenSession;
}

/** The signed-in person of a handler with {@link Permit}. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => sessionIn(context).actor,
);

/** The session of a handler with {@link Permit}: its actor and its end. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) =>
  sessionIn(context),
);

function sessionIn(context: ExecutionContext): OpenSession {
  const { session } = context.switchToHttp().getRequest<SignedRequest>();
  if (!session) throw new Error('the handler has no @Permit');
  return session;
}
