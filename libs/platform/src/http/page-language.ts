import type { Request } from 'express';
import { languages, type Language } from '../messages/messages.js';

/** The language that stands in the address as `?lang=`. */
export function chosenLanguage(request: Request): Language | undefined {
  const asked = String(request.query['lang'] ?? '').toLowerCase();
  if (asked === 'zh') return 'zh-CN';
  return languages.find((language) => language.toLowerCase() === asked);
}

/** The same page in another language: path and query stay. A page that answers a form leads to `home` instead. */
export function inLanguage(
  request: Pick<Request, 'method' | 'originalUrl'>,
  language: Language,
  home: string,
): string {
  const url = new URL(request.method === 'GET' ? request.originalUrl : home, 'http://page.invalid');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
