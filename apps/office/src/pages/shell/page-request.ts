import type { OpenSession } from '#identity';
import { chosenLanguage, languages, negotiateLanguage, type Language } from '#platform';
import type { Request } from 'express';

/** A request of a signed-in person, as the guard leaves it. */
export type PageRequest = Request & { session: OpenSession };

/** The choice that a browser keeps. */
export const languageCookie = 'language';

/** `?lang=`, then what the person chose before, then Accept-Language. Programs have the header alone. */
export function languageOf(request: Request): Language {
  const asked = request.headers['accept-language'];
  if (isApi(request)) return negotiateLanguage(asked);
  return chosenLanguage(request) ?? keptLanguage(request) ?? negotiateLanguage(asked);
}

/** Whether a failure of this request is shown as a page: programs never get one. */
export function wantsPage(request: Request): boolean {
  return !isApi(request) && /text\/html/.test(request.headers.accept ?? '');
}

/** A path of this site for a link back; anything else becomes the front page. */
export function ownPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : '/';
}

/** One value of the query, trimmed; undefined where it is missing, repeated or empty. */
export function queryText(request: Request, name: string): string | undefined {
  const value: unknown = request.query[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isApi(request: Request): boolean {
  return request.path.startsWith('/api/');
}

function keptLanguage(request: Request): Language | undefined {
  const kept = new RegExp(`(?:^|;\\s*)${languageCookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  return languages.find((language) => language === kept);
}
