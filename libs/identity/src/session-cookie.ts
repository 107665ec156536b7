import { DomainError } from '#kernel';
import { timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What of a request tells whether it comes from one of our own forms. */
export interface FormRequest {
  readonly method?: string;
  readonly headers: Headers;
  readonly query?: unknown;
  readonly body?: unknown;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Over plain HTTP on loopback browsers refuse `__Host-`; everywhere else the cookie needs TLS. */
export function sessionCookie(host: string | undefined): { readonly name: string; readonly secure: boolean } {
  const plain = loopback.test(host ?? '');
  return plain ? { name: 'session', secure: false } : { name: '__Host-session', secure: true };
}

/** The session's token in the Cookie header (RFC 6265, 5.4). */
export function sessionTokenIn(headers: Headers): string | undefined {
  const { name } = sessionCookie(one(headers['host']));
  const pairs = (one(headers['cookie']) ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/**
 * Refuses a request that no page of this host sent: a browser names the origin of what it sends. Throws `refused`
 * `session.foreign-form`.
 */
export function requireOwnOrigin({ headers }: FormRequest): void {
  const origin = one(headers['origin']);
  const site = one(headers['sec-fetch-site']);
  const own =
    origin === undefined
      ? site === 'same-origin'
      : hostOf(origin) === one(headers['host'])?.toLowerCase() &&
        (site === undefined || site === 'same-origin');
  if (!own) throw new DomainError('refused', 'session.foreign-form');
}

/**
 * A writing request whose session comes from a cookie must come from our own page and carry the session's token: in
 * the header `X-CSRF-Token`, in the form's field `csrf`, or, where the body is a file, in the query. Throws `refused`
 * `session.foreign-form`.
 */
export function requireOwnForm(request: FormRequest, csrf: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? '')) return;
  requireOwnOrigin(request);
  const given =
    one(request.headers['x-csrf-token']) ?? fieldIn(request.body, 'csrf') ?? fieldIn(request.query, 'csrf');
  if (given === undefined || !equal(given, csrf)) throw new DomainError('refused', 'session.foreign-form');
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function fieldIn(values: unknown, name: string): string | undefined {
  const value = (values as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
