import { sha256Hex } from '#kernel';
import type { Language, Messages, Problem, ProblemPages } from '#platform';
import type { Request, Response } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { chosenLanguage, inLanguage, languageOf } from './language.js';

const here = fileURLToPath(new URL('..', import.meta.url));
export const assetsDirectory = join(here, 'assets');

/** Renders the pages of this site; also those of its failures. */
export class Pages implements ProblemPages {
  private readonly templates: nunjucks.Environment;
  private readonly versions = new Map<string, string>();

  constructor(private readonly messages: Messages) {
    const loader = new nunjucks.FileSystemLoader(join(here, 'views'), { noCache: false });
    this.templates = new nunjucks.Environment(loader, {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    for (const name of ['public.css', 'mark.svg']) {
      this.versions.set(name, sha256Hex(readFileSync(join(assetsDirectory, name))).slice(0, 12));
    }
  }

  language(request: Request): Language {
    return languageOf(request);
  }

  /** A page for whoever prefers HTML to JSON. */
  wanted(request: Request): boolean {
    return request.accepts(['html', 'json', 'application/problem+json']) === 'html';
  }

  /** Sends the template `name` with `model`; beside it, every template has language, texts and links. */
  render(request: Request, response: Response, name: string, model: object): void {
    const language = languageOf(request);
    const chosen = chosenLanguage(request);
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    const html = this.templates.render(`${name}.njk`, {
      ...model,
      language,
      t: (code: string, facts?: Record<string, string>) => this.messages.say(language, code, facts ?? {}),
      link: (path: string) => (chosen ? `${path}${path.includes('?') ? '&' : '?'}lang=${chosen}` : path),
      asset: (file: string) => `/assets/${file}?v=${this.versions.get(file) ?? ''}`,
      path: request.path,
      chosen,
      other: { code: other, href: inLanguage(request, other, '/verify') },
    });
    response.setHeader('Content-Language', language);
    response.vary('Accept').vary('Accept-Language');
    // What is said about a certificate may change at any moment.
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(html);
  }

  send(request: Request, response: Response, problem: Problem): void {
    this.render(request, response, 'problem', { problem });
  }
}
