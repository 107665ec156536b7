import type { BatchSnapshot, SnapshotLine } from '#entries';
import type { LotId } from '#kernel';

/** What a line says that approvers must see change. */
export type LineTerms = Pick<
  SnapshotLine,
  'quantity' | 'base' | 'site' | 'method' | 'description' | 'category'
>;

export interface LineChange {
  readonly lot: LotId;
  readonly code: string;
  /** Absent where the lot is new in the list. */
  readonly before?: LineTerms;
  /** Absent where the lot left the list. */
  readonly after?: LineTerms;
}

export interface ListDifference {
  readonly from: number;
  readonly to: number;
  /** Fields of the head that differ. */
  readonly head: readonly {
    readonly field: 'title' | 'method' | 'sites';
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** In the order of lot ids. */
  readonly lines: readonly LineChange[];
  /** Photos, decisions, appraisals, required agencies, rules: which of them are not the same. */
  readonly papers: readonly PaperKind[];
}

const paperKinds = ['photos', 'decisions', 'appraisals', 'required', 'rulePack', 'catalogue'] as const;
type PaperKind = (typeof paperKinds)[number];

/** Pure: what a new version of a list changes against the one before. */
export function differenceBetween(before: BatchSnapshot, after: BatchSnapshot): ListDifference {
  const head = (['title', 'method', 'sites'] as const)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
  return {
    from: before.version,
    to: after.version,
    head,
    lines: lineChanges(before.lines, after.lines),
    papers: paperKinds.filter((kind) => !same(before[kind], after[kind])),
  };
}

function lineChanges(before: readonly SnapshotLine[], after: readonly SnapshotLine[]): LineChange[] {
  const old = new Map(before.map((line) => [line.lot, line]));
  const now = new Map(after.map((line) => [line.lot, line]));
  const lots = [...new Set([...old.keys(), ...now.keys()])].sort();
  return lots.flatMap((lot) => {
    const [was, is] = [old.get(lot), now.get(lot)];
    if (was && is && same(termsOf(was), termsOf(is))) return [];
    const { code } = (is ?? was)!;
    return [{ lot, code, ...(was && { before: termsOf(was) }), ...(is && { after: termsOf(is) }) }];
  });
}

function termsOf({ quantity, base, site, method, description, category }: SnapshotLine): LineTerms {
  return { quantity, base, site, method, description, category };
}

/** Lists are built in one fixed order of members and items, but come back from storage in another one of members. */
function same(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
