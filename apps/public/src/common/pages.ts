import {
  chosenLanguage,
  inLanguage,
  Templates,
  type Language,
  type Messages,
  type Problem,
  type ProblemPages,
} from '#platform';
import type { Request, Response } from 'express';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendCompressed } from './compressed.js';
import { languageOf } from './language.js';

const here = fileURLToPath(new URL('..', import.meta.url));
export const assetsDirectory = join(here, 'assets');

/** Renders the pages of this site; also those of its failures. */
export class Pages implements ProblemPages {
  private readonly templates = new Templates({ views: [join(here, 'views')], assets: [assetsDirectory] });

  constructor(private readonly messages: Messages) {}

  language(request: Request): Language {
    return languageOf(request);
  }

  /** A page for whoever prefers HTML to JSON. */
  wanted(request: Request): boolean {
    return request.accepts(['html', 'json', 'application/problem+json']) === 'html';
  }

  /** Sends a page that is made anew for every reader. */
  render(request: Request, response: Response, name: string, model: object): void {
    const html = this.html(request, name, model);
    this.mark(request, response);
    // What is said about a certificate may change at any moment; some pages must not be kept at all.
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
    sendCompressed(request, response, html);
  }

  /** Headers that every page has, however it is made. */
  mark(request: Request, response: Response): void {
    response.setHeader('Content-Language', languageOf(request));
    response.vary('Accept').vary('Accept-Language');
  }

  /** What the reader's address and language make of the page: pages that are alike in it may be shared. */
  key(request: Request, address: string): string {
    return `${languageOf(request)} ${chosenLanguage(request) ?? ''} ${address}`;
  }

  say(request: Request): (code: string, facts?: Record<string, string>) => string {
    const language = languageOf(request);
    return (code, facts) => this.messages.say(language, code, facts ?? {});
  }

  /**
   * The template `name` with `model`; beside it, every template has language, texts and links. A page that is kept
   * for others names its own `address`, so that nothing of this reader's query gets into it.
   */
  html(request: Request, name: string, model: { readonly address?: string } & object): string {
    const language = languageOf(request);
    const chosen = chosenLanguage(request);
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    const { address } = model;
    const own = address === undefined ? request : { method: 'GET', originalUrl: address };
    return this.templates.render(name, {
      ...model,
      language,
      t: (code: string, facts?: Record<string, string>) => this.messages.say(language, code, facts ?? {}),
      link: (path: string) => (chosen ? `${path}${path.includes('?') ? '&' : '?'}lang=${chosen}` : path),
      asset: (file: string) => this.templates.asset(file),
      path: request.path,
      chosen,
      other: { code: other, href: inLanguage(own, other, '/verify') },
    });
  }

  send(request: Request, response: Response, problem: Problem): void {
    this.render(request, response, 'problem', { problem });
  }
}
