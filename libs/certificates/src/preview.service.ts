import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type AgencyId, type BatchId, type Clock, type PersonId } from '#kernel';
import { CLOCK } from '#ledger';
import { Drawing } from './drawing.service.js';
import { IssueService } from './issue.service.js';

/** The paper that would be issued now, to be looked at before anybody signs. */
@Injectable()
export class PreviewPapers {
  constructor(
    private readonly issuing: IssueService,
    private readonly drawing: Drawing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A PDF that says on every page that it is not valid; it takes no number and is kept nowhere. Throws as
   * {@link IssueService.preview}; `busy` `certificate.renderer-busy`.
   */
  async draw(batch: BatchId, by: { person: PersonId; agency: AgencyId }): Promise<Uint8Array> {
    const { content } = await this.issuing.preview(batch);
    return this.drawing.preview(content, by, formatInstant(this.clock.now()));
  }
}
