import type { Request } from 'express';
import { ownPath } from './page-request.js';

/** What of a request tells the page that it came from. */
type Asked = Pick<Request, 'app' | 'headers' | 'method' | 'originalUrl' | 'path'>;

/** As the router keeps it: one path and what it answers there. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/**
 * The page that a request belongs to, as a path with query that GET answers: a GET names itself; what a form sent,
 * the page with the form, or else the nearest page above its address.
 */
export function pageBehind(request: Asked): string {
  if (request.method === 'GET') return ownPath(request.originalUrl);
  return pageBefore(request) ?? nearestAbove(request);
}

/** The page of this site that led to the request, by its Referer (RFC 9110, 10.1.3); undefined where none did. */
export function pageBefore(request: Asked): string | undefined {
  const { referer, host } = request.headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  if (url.host !== host?.toLowerCase()) return undefined;
  // A token of the session and the language of then are no part of the page.
  for (const name of ['csrf', 'lang']) url.searchParams.delete(name);
  return isPage(request, url.pathname) ? ownPath(url.pathname + url.search) : undefined;
}

function nearestAbove(request: Asked): string {
  for (let path = request.path; path.length > 1; path = path.slice(0, path.lastIndexOf('/'))) {
    if (isPage(request, path)) return ownPath(path);
  }
  return '/';
}

function isPage({ app }: Asked, path: string): boolean {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  return !path.startsWith('/api/') && stack.some((one) => one.route?.methods['get'] && one.match(path));
}
