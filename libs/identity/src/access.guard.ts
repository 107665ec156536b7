import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Access } from './access.service.js';
import { requireAction } from './domain/reach.js';
import { permitKey, publicKey, type PermitRule, type SignedRequest } from './permit.js';
import { requireOwnForm, sessionTokenIn } from './session-cookie.js';
import { Sessions, type OpenSession } from './sessions.service.js';

/**
 * The one guard, for every handler of the application. Deny by default: without @Permit or @Public a handler is
 * refused. No session → 401; a cookie without our own form → 403; subject not to be seen → 404; role lacks the action → 403.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly access: Access,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (Reflect.getMetadata(publicKey, handler) === true) return true;
    const rule = Reflect.getMetadata(permitKey, handler) as PermitRule | undefined;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    request.session = await this.sessionOf(request);
    if (!rule) throw new DomainError('refused', 'access.not-declared');
    const { actor } = request.session;
    if (!rule.subject) {
      requireAction(actor, rule.action);
      return true;
    }
    const { kind, param } = rule.subject;
    await this.access.decide(actor, rule.action, { kind, id: request.params[param] ?? '' });
    return true;
  }

  /** Programs send a bearer token. Browsers send the cookie by themselves, so theirs must come from our own form. */
  private async sessionOf(request: SignedRequest): Promise<OpenSession> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return this.sessions.resolve(bearer);
    const session = await this.sessions.resolve(sessionTokenIn(request.headers));
    requireOwnForm(request, session.csrf);
    return session;
  }
}

/** The token of `Authorization: Bearer …` (RFC 6750, 2.1). */
function bearerOf({ headers }: SignedRequest): string | undefined {
  const header = headers['authorization'];
  return typeof header === 'string' ? /^bearer ([\w-]+)$/i.exec(header.trim())?.[1] : undefined;
}
