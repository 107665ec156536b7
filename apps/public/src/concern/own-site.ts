import { DomainError } from '#kernel';
import type { Request } from 'express';

/**
 * Refuses a form that a page of another site sent: browsers name where a form comes from. Without either header it
 * is no browser, and nobody else can be made to send it. Throws `refused` `concern.foreign-form`.
 */
export function requireOwnSite({ headers }: Pick<Request, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  const { origin, host } = headers;
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase()));
  if (foreign) throw new DomainError('refused', 'concern.foreign-form');
}
