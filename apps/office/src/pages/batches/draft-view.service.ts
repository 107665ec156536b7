import { Injectable } from '@nestjs/common';
import { DraftPreviews, type DraftPreview } from '#batches';
import { CatalogueService, methodFor, suits } from '#catalogue';
import { AgencyQueries } from '#identity';
import type { BatchId, LotId } from '#kernel';
import { sumByUnit } from '#quantity';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

/** What of the preview stands beside every page of a list in the making. */
export interface DraftShown {
  readonly preview: DraftPreview;
  /** Beside every page: how much, who must decide, what is to be mended. */
  readonly summary: object;
  /** Sentences of what keeps a lot out, or is to be known of it. */
  readonly notesOf: (lot: LotId) => readonly { readonly look: 'err' | 'warn'; readonly text: string }[];
}

/** A list in the making, as the pages that build it show it. */
@Injectable()
export class DraftView {
  constructor(
    private readonly shell: Shell,
    private readonly previews: DraftPreviews,
    private readonly catalogue: CatalogueService,
    private readonly agencies: AgencyQueries,
  ) {}

  /** Throws `missing` `batch.unknown`, and the codes of `planLines`. */
  async load(request: PageRequest, batch: BatchId): Promise<DraftShown> {
    const words = this.shell.words(request);
    const preview = await this.previews.of(batch);
    const { draft, list, totals, required, obstacle, blockers, warnings } = preview;
    const names = new Map((await this.agencies.all()).map(({ code, names: of }) => [code, words.name(of)]));
    return {
      preview,
      notesOf: notesOf(preview, words),
      summary: {
        id: draft.id,
        reference: draft.reference,
        title: draft.title,
        state: preview.state,
        version: list.version,
        frozen: preview.state === 'submitted' || preview.state === 'approved',
        method: draft.method,
        lots: list.lines.length,
        categories: totals.length,
        units: sumByUnit(list.lines.map(({ base }) => base)).map(({ amount, unit }) => ({
          amount: words.amount(amount),
          unit: words.unit(unit),
        })),
        required: required.map(({ agency, because }) => ({
          agency: names.get(agency) ?? agency,
          because: because.map((code) => words.t(code)),
        })),
        ...(obstacle && { obstacle: words.t(obstacle.code, obstacle.facts) }),
        blocked: new Set(blockers.map(({ pointer }) => pointer.split('/')[2])).size,
        unfit: new Set(warnings.map(({ lot }) => lot)).size,
      },
    };
  }

  /** Methods that may be chosen, the choice of each category by its own first. */
  methods(words: Words) {
    const free = [...this.catalogue.current().methods.values()].filter(
      ({ prohibited, historicOnly, disabled }) => !prohibited && !historicOnly && !disabled,
    );
    return [
      { value: 'mixed', text: words.t('batches.mixed') },
      ...free.map(({ code, name }) => ({ value: code, text: words.name(name) })),
    ];
  }

  /** How goods of a category end by the batch's method, and whether that suits them. */
  fitOf(method: string, code: string, words: Words): { readonly text: string; readonly fits: boolean } {
    const catalogue = this.catalogue.current();
    const category = catalogue.categories.get(code);
    if (!category) return { text: words.t('builder.no-method'), fits: false };
    const chosen = method === 'mixed' ? ownMethod(catalogue, category) : catalogue.methods.get(method);
    if (!chosen) return { text: words.t('builder.no-method'), fits: false };
    return { text: words.name(chosen.name), fits: suits(chosen, category) };
  }
}

function ownMethod(...[catalogue, category]: Parameters<typeof methodFor>) {
  try {
    return methodFor(catalogue, category);
  } catch {
    return undefined;
  }
}

function notesOf({ draft, blockers, warnings }: DraftPreview, words: Words): DraftShown['notesOf'] {
  const notes = new Map<LotId, { look: 'err' | 'warn'; text: string }[]>();
  const add = (lot: LotId, look: 'err' | 'warn', text: string) =>
    notes.set(lot, [...(notes.get(lot) ?? []), { look, text }]);
  for (const { pointer, code, facts } of blockers) {
    const lot = draft.lots[Number(pointer.split('/')[2])]!.lot;
    add(lot, 'err', blockerText(words, code, facts));
  }
  for (const { lot, code, facts } of warnings) add(lot, 'warn', words.t(code, facts));
  return (lot) => notes.get(lot) ?? [];
}

/** Codes that speak of a list which the lot is not in yet. */
const elsewhere: Readonly<Record<string, string>> = { 'batch.lot-gone': 'builder.lot-gone' };

/** What keeps a lot out, and who can clear it. */
export function blockerText(words: Words, code: string, facts: Readonly<Record<string, string>> = {}) {
  const by = words.t(`builder.by-${code}`);
  const shown = facts['unit'] === undefined ? facts : { ...facts, unit: words.unit(facts['unit']) };
  const text = words.t(elsewhere[code] ?? code, shown);
  return by.startsWith('builder.') ? text : words.t('builder.cleared-by', { text, by });
}
