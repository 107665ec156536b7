import {
  derivedId,
  newId,
  sha256Hex,
  type AgencyId,
  type BatchId,
  type EntryId,
  type Instant,
} from '#kernel';
import type { LotId, PersonId } from '#kernel';
import type { FrozenBatch } from '../../libs/batches/src/domain/frozen-batch.js';
import {
  buildSnapshot,
  snapshotHash,
  type LineFacts,
  type ListFacts,
} from '../../libs/batches/src/domain/snapshot.js';

/** Ids that read the same in every run: `lot(1)` sorts before `lot(2)`. */
export const lot = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}` as LotId;
export const agency = (code: string) => derivedId<AgencyId>('agency', code);
export const person = (name: string) => derivedId<PersonId>('person', name);

export const line = (n: number, own: Partial<LineFacts> = {}): LineFacts => ({
  lot: lot(n),
  code: `LOT-2026-0000${n}`,
  category: 'cigarettes',
  description: '假冒卷烟',
  responsible: 'tb',
  declared: { amount: String(n), unit: 'cig-carton' },
  quantity: { amount: String(n), unit: 'cig-carton' },
  base: { amount: String(n * 200), unit: 'cig-stick' },
  site: 'yard',
  method: 'incineration',
  unsuitable: false,
  photos: [sha256Hex(`photo ${n}`)],
  ...own,
});

export const listFacts = (own: Partial<ListFacts> = {}): ListFacts => ({
  batch: derivedId<BatchId>('batch', '1'),
  version: 1,
  title: '第一批',
  method: 'incineration',
  sites: [{ code: 'yard', name: '县局后院', address: '示范路 8 号' }],
  lines: [line(1), line(2), line(3)],
  required: ['tb', 'ps', 'mr'],
  rulePack: { code: 'prc', sha256: sha256Hex('rules') },
  catalogue: sha256Hex('catalogue'),
  ...own,
});

/** A submitted batch of three lots that awaits three agencies. */
export function frozenBatch(own: Partial<FrozenBatch> = {}): FrozenBatch {
  const list = buildSnapshot(listFacts());
  return {
    batch: list.batch,
    reference: 'PC-2026-0001',
    version: 1,
    submission: newId<EntryId>(),
    state: 'submitted',
    snapshot: snapshotHash(list),
    list,
    coordinator: person('coordinator'),
    agency: agency('tb'),
    required: ['mr', 'ps', 'tb'].map(agency),
    approvals: [],
    excluded: [],
    lines: list.lines.map(({ lot: id, base, site, method }) => ({
      lot: id,
      ...base,
      site,
      method,
      status: 'allocated',
    })),
    hasEvents: false,
    ...own,
  };
}

/** The batch with the yes of these agencies. */
export function approvedBy(batch: FrozenBatch, ...codes: readonly string[]): FrozenBatch {
  const approvals = codes.map((code) => ({
    agency: agency(code),
    person: person(`${code}.approver`),
    role: 'approver' as const,
    decidedAt: '2026-11-24T03:00:00.000Z' as Instant,
    factor: 'password' as const,
    snapshot: batch.snapshot,
    entry: newId<EntryId>(),
  }));
  return { ...batch, approvals: [...batch.approvals, ...approvals] };
}
