import { chosenLanguage, negotiateLanguage, type Language } from '#platform';
import type { Request } from 'express';

/** `?lang=`, then Accept-Language; zh-CN where neither says. */
export function languageOf(request: Request): Language {
  return chosenLanguage(request) ?? negotiateLanguage(request.headers['accept-language']);
}
