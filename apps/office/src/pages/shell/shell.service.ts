import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService } from '#catalogue';
import { formatInstant, type Clock } from '#kernel';
import { CLOCK, LedgerQueries } from '#ledger';
import type { Request, Response } from 'express';
import { WorkQueue } from '../queue/work-queue.service.js';
import { navigationFor } from './navigation.js';
import { OfficePages } from './office-pages.js';
import { languageOf, type PageRequest } from './page-request.js';
import { wordsOf, type Words } from './words.js';

/** A page of a signed-in person: navigation with counters around it, the ledger's head below. */
@Injectable()
export class Shell {
  constructor(
    private readonly pages: OfficePages,
    private readonly catalogue: CatalogueService,
    private readonly queue: WorkQueue,
    private readonly ledger: LedgerQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How this request's person is spoken to. */
  words(request: Request): Words {
    return wordsOf(languageOf(request), this.pages.messages, this.catalogue.current());
  }

  async send(request: PageRequest, response: Response, view: string, model: object): Promise<void> {
    const words = this.words(request);
    const queued = await this.queue.count(request.session.actor);
    const { size, root } = await this.ledger.head();
    this.pages.render(request, response, view, {
      ...words,
      navigation: navigationFor(request.session.actor, request.path, queued),
      footer: { size: String(size), root, now: words.time(formatInstant(this.clock.now())) },
      ...model,
    });
  }
}
