import { Inject, Injectable } from '@nestjs/common';
import { DomainError, formatInstant, type AgencyId, type BatchId, type Clock } from '#kernel';
import { CLOCK, Counters } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import { totalsOf, type CategoryTotal } from './domain/totals.js';
import { DraftRepository, type BatchDraft, type DraftContent } from './draft.repository.js';
import { ListAssembler } from './list-assembler.js';
import type { LinePlan, LineWarning } from './plan-lines.js';

/** What a coordinator is told about a saved list. */
export interface SavedDraft {
  readonly id: BatchId;
  readonly reference: string;
  readonly state: 'draft';
  readonly totals: readonly CategoryTotal[];
  readonly warnings: readonly LineWarning[];
}

/** What becomes of a list, by what it holds when it is locked: two changes at once are both kept. */
export interface DraftChange {
  readonly agency: AgencyId;
  readonly change: (now: DraftContent) => DraftContent;
}

/** Lists in the making. Saving one makes no entry: nothing is reserved before the submission. */
@Injectable()
export class DraftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
    private readonly lists: ListAssembler,
    private readonly counters: Counters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Saves a new list under the id that the client chose. A repeat with the same content gives the same answer.
   * Throws `conflict` `batch.id-taken`, and the codes of `planLines`.
   */
  async create(
    who: Pick<BatchDraft, 'agency' | 'coordinator'>,
    id: BatchId,
    content: DraftContent,
  ): Promise<{ readonly saved: SavedDraft; readonly repeated: boolean }> {
    const earlier = await this.drafts.find(undefined, id);
    if (earlier) return { saved: await this.repeat(earlier, who, content), repeated: true };
    await this.unitOfWork.run((tx) => this.lists.plan(tx, content));
    const draft: BatchDraft = { ...content, ...who, id, reference: await this.takeReference() };
    const plan = await this.unitOfWork.run(async (tx) => {
      const inserted = await this.drafts.insert(tx, draft, this.clock.now());
      return inserted ? this.lists.plan(tx, content) : undefined;
    });
    if (plan) return { saved: savedOf(draft, plan), repeated: false };
    const winner = await this.drafts.find(undefined, id);
    return { saved: await this.repeat(winner!, who, content), repeated: true };
  }

  /**
   * Changes a list within the unit of work of a caller that has locked the batch and checked its state.
   * Throws `refused` `batch.other-coordinator`, and the codes of `planLines`.
   */
  async replace(tx: Tx, batch: BatchId, { agency, change }: DraftChange): Promise<SavedDraft> {
    const draft = await this.drafts.find(tx, batch);
    if (draft?.agency !== agency) throw new DomainError('refused', 'batch.other-coordinator');
    const { title, method, sites, lots } = draft;
    const content = change({ title, method, sites, lots });
    const plan = await this.lists.plan(tx, content);
    await this.drafts.replace(tx, batch, content, this.clock.now());
    return savedOf(draft, plan);
  }

  private async repeat(
    earlier: BatchDraft,
    who: Pick<BatchDraft, 'agency' | 'coordinator'>,
    content: DraftContent,
  ): Promise<SavedDraft> {
    const { title, method, sites, lots } = earlier;
    const same =
      earlier.coordinator === who.coordinator && sameJson({ title, method, sites, lots }, { ...content });
    if (!same) throw new DomainError('conflict', 'batch.id-taken');
    return savedOf(earlier, await this.unitOfWork.run((tx) => this.lists.plan(tx, content)));
  }

  /** Of this year (UTC), taken outside of the unit of work: the counter's row must not be held. */
  private async takeReference(): Promise<string> {
    const year = Number(formatInstant(this.clock.now()).slice(0, 4));
    return `PC-${year}-${String(await this.counters.take('batch', year)).padStart(4, '0')}`;
  }
}

function savedOf({ id, reference }: BatchDraft, { lines, warnings }: LinePlan): SavedDraft {
  const totals = totalsOf(lines.map(({ facts: { category }, base }) => ({ category, base })));
  return { id, reference, state: 'draft', totals, warnings };
}

/** jsonb gives members back in an order of its own. */
function sameJson(a: object, b: object): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)))
        : item,
    );
  return text(a) === text(b);
}
