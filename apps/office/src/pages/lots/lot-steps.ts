import type { Entry } from '#entries';
import type { Instant, LotId } from '#kernel';

/** The stations of a lot's way (domain.md, Lifecycle), as far as entries tell. */
export const lotSteps = [
  'seized',
  'stored',
  'decided',
  'approved',
  'staged',
  'destroyed',
  'certified',
] as const;
export type LotStep = (typeof lotSteps)[number];

export interface StepShown {
  readonly step: LotStep;
  readonly at?: Instant;
  readonly state: 'done' | 'now' | 'open';
}

const undoing: Readonly<Partial<Record<Entry['type'], readonly LotStep[]>>> = {
  'batch.excluded': ['approved'],
  'batch.rejected': ['approved'],
  'batch.withdrawn': ['approved'],
  'batch.reopened': ['approved'],
  'event.cancelled': ['staged'],
  'certificate.revoked': ['certified'],
  'certificate.voided': ['certified'],
};

/**
 * How far a lot has come and when: `entries` of the lot in ledger order. What is destroyed decides over what was
 * before; a withdrawn batch or a cancelled event takes its station back. Status belongs to quantities, so a station
 * counts as reached once any part of the lot reached it.
 */
export function stepsOf(
  entries: readonly Entry[],
  { lot, finalAt }: { readonly lot: LotId; readonly finalAt?: Instant },
): StepShown[] {
  const reached = new Map<LotStep, Instant>();
  if (finalAt !== undefined) reached.set('decided', finalAt);
  for (const entry of entries) {
    const touched = concerns(entry, lot);
    if (touched) for (const step of undoing[entry.type] ?? []) reached.delete(step);
    const step = stepReached(entry, lot);
    if (step !== undefined) reached.set(step, entry.happened);
  }
  const last = lotSteps.reduce((far, step, index) => (reached.has(step) ? index : far), -1);
  return lotSteps.map((step, index) => {
    const at = reached.get(step);
    const state = at !== undefined ? 'done' : index === last + 1 ? 'now' : 'open';
    return { step, state, ...(at !== undefined && { at }) };
  });
}

/** An exclusion names the lots that it concerns; other batch entries concern the whole list. */
function concerns({ type, postings }: Entry, lot: LotId): boolean {
  return type !== 'batch.excluded' || postings.some((one) => one.lot === lot);
}

function stepReached(entry: Entry, lot: LotId): LotStep | undefined {
  const moved = (to: string) => entry.postings.some((one) => one.lot === lot && one.to === to);
  if (entry.type === 'seizure.registered') return 'seized';
  if (entry.type.startsWith('transfer.') && moved('custody')) return 'stored';
  if (entry.type === 'batch.approved')
    return (entry.data as { complete?: string }).complete === 'yes' ? 'approved' : undefined;
  if (moved('staged')) return 'staged';
  if (moved('destroyed')) return 'destroyed';
  return entry.type === 'certificate.issued' ? 'certified' : undefined;
}
