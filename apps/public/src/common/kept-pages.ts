import { Injectable } from '@nestjs/common';
import { formatTime, type KeptSnapshot, type PublicSnapshot } from '#published';
import type { Request, Response } from 'express';
import type { FooterModel } from './footer.js';
import { PageCache } from './page-cache.js';
import { Pages } from './pages.js';

interface KeptPage {
  readonly snapshot: KeptSnapshot;
  readonly template: string;
  /** Path and the parts of the query that matter. */
  readonly address: string;
}

/** Pages that are made from a snapshot alone: rendered once for each language, then sent from memory. */
@Injectable()
export class KeptPages {
  constructor(
    private readonly pages: Pages,
    private readonly cache: PageCache,
  ) {}

  send(request: Request, response: Response, page: KeptPage, model: () => object): void {
    const { snapshot, template, address } = page;
    this.pages.mark(request, response);
    const place = {
      version: snapshot.sha256,
      key: this.pages.key(request, address),
      type: 'text/html; charset=utf-8',
    };
    this.cache.send(request, response, place, () =>
      this.pages.html(
        request,
        template,
        Object.assign({ address, footer: footerOf(snapshot.content) }, model()),
      ),
    );
  }
}

/** The checkpoint at the page's own time. */
function footerOf({ asOf, checkpoint }: PublicSnapshot): FooterModel {
  const { size, root } = checkpoint;
  return { checkpoint: { size: String(size), root, made: formatTime(asOf) } };
}
