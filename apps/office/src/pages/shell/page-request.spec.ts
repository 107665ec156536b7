import type { Request } from 'express';
import { languageOf, ownPath, wantsPage } from './page-request.js';

const request = (parts: { path?: string; lang?: string; headers?: Record<string, string> }) =>
  ({
    path: parts.path ?? '/',
    query: { lang: parts.lang },
    headers: parts.headers ?? {},
  }) as unknown as Request;

describe('the language of a page', () => {
  it('is the one in the address, then the chosen one, then what the browser asks for', () => {
    const headers = { cookie: 'a=b; language=en', 'accept-language': 'zh' };
    expect(languageOf(request({ lang: 'zh-CN', headers }))).toBe('zh-CN');
    expect(languageOf(request({ headers }))).toBe('en');
    expect(languageOf(request({ headers: { 'accept-language': 'en' } }))).toBe('en');
    expect(languageOf(request({ headers: { cookie: 'language=fr' } }))).toBe('zh-CN');
  });

  it('of the interface for programs is the header alone', () => {
    const headers = { cookie: 'language=en', 'accept-language': 'zh' };
    expect(languageOf(request({ path: '/api/v1/me', lang: 'en', headers }))).toBe('zh-CN');
  });
});

describe('a failure', () => {
  it('is a page for browsers only, never for the interface', () => {
    const headers = { accept: 'text/html,*/*' };
    expect(wantsPage(request({ path: '/lots', headers }))).toBe(true);
    expect(wantsPage(request({ path: '/api/v1/lots', headers }))).toBe(false);
    expect(wantsPage(request({ path: '/lots', headers: { accept: '*/*' } }))).toBe(false);
  });
});

describe('a link back', () => {
  it('stays on this site', () => {
    expect(ownPath('/lots?q=a')).toBe('/lots?q=a');
    for (const other of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:1',
      '',
      undefined,
    ]) {
      expect(ownPath(other)).toBe('/');
    }
  });
});
