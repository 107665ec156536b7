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
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageCookie, languageOf, wantsPage, type PageRequest } from './page-request.js';
import { keptValues } from './kept-values.js';
import { pageBefore, pageBehind } from './page-behind.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const components = dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend')));
/** What was built lies beside the compiled code; started from the sources, it is looked for there. */
export const assetFolders = [join(here, '../assets'), join(here, '../../../../dist/apps/office/src/assets')];

const yearSeconds = 365 * 24 * 3600;

/** Draws the pages of the staff site, those of its failures among them. */
export class OfficePages implements ProblemPages {
  private readonly templates = new Templates({ views: [here, components], assets: assetFolders });

  /** Whether the data is that of the demonstration: every page says so. */
  demonstration = false;

  constructor(readonly messages: Messages) {}

  language(request: Request): Language {
    return languageOf(request);
  }

  wanted(request: Request): boolean {
    return wantsPage(request);
  }

  /** Sends the template `view`; beside `model` it has language, texts, links and the person who is signed in. */
  render(request: Request, response: Response, view: string, model: object): void {
    const language = languageOf(request);
    const chosen = chosenLanguage(request);
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    const session = (request as Partial<PageRequest>).session;
    const html = this.templates.render(view, {
      t: (code: string, facts?: Record<string, string>) => this.messages.say(language, code, facts ?? {}),
      language,
      asset: (file: string) => this.templates.asset(file),
      path: request.path,
      query: request.query,
      other: { code: other, href: pageIn(other, pageBehind(request)), posted: request.method !== 'GET' },
      actor: session?.actor,
      csrf: session?.csrf,
      demonstration: this.demonstration,
      ...model,
    });
    if (chosen) {
      response.append(
        'Set-Cookie',
        `${languageCookie}=${chosen}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`,
      );
    }
    response.setHeader('Content-Language', language);
    // Pages show cases: neither proxies nor the back button after signing out may have them.
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html);
  }

  /** A failure as a page. Who is not signed in comes to the sign-in page, and what was typed goes along. */
  send(request: Request, response: Response, problem: Problem): void {
    if (problem.status !== 401) {
      const requestId = String((request as { id?: unknown }).id ?? '');
      this.render(request, response, 'shell/problem', { problem, requestId, back: pageBefore(request) });
      return;
    }
    const ended = request.method !== 'GET' || problem.type === 'urn:problem:session-ended';
    const next = pageBehind(request);
    const door = `/sign-in?next=${encodeURIComponent(next)}${ended ? '&ended=1' : ''}`;
    if (request.method === 'GET') {
      const chosen = chosenLanguage(request);
      response.redirect(303, chosen ? pageIn(chosen, door) : door);
      return;
    }
    const kept = keptValues(request.body);
    const other: Language = languageOf(request) === 'en' ? 'zh-CN' : 'en';
    this.render(request, response, 'sign-in/sign-in', {
      values: {},
      ended,
      next,
      lost: !kept,
      kept: kept && JSON.stringify({ action: request.originalUrl.split('?')[0], values: kept }),
      other: { code: other, href: pageIn(other, door), posted: true },
    });
  }
}

/** The address of a page in a language. */
function pageIn(language: Language, page: string): string {
  return inLanguage({ method: 'GET', originalUrl: page }, language, '/');
}
