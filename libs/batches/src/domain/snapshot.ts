import type { BatchSnapshot, SnapshotLine, UnitAmount } from '#entries';
import { sha256Hex, type BatchId, type Instant, type Json, type LotId, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';

export interface Site {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

/** A lot as it enters a list: what its case says, what the batch takes of it, where and how it ends. */
export interface LineFacts {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly variety?: string;
  /** Code of the responsible agency. */
  readonly responsible: string;
  readonly declared: unknown;
  /** In the unit that was asked for. */
  readonly quantity: UnitAmount;
  readonly base: UnitAmount;
  readonly site: string;
  readonly method: string;
  readonly unsuitable: boolean;
  readonly decision?: {
    readonly id: string;
    readonly number: string;
    readonly kind: string;
    readonly finalAt: Instant;
  };
  readonly appraisal?: { readonly id: string; readonly result: string; readonly reportNumber: string };
  readonly photos: readonly Sha256[];
}

export interface ListFacts {
  readonly batch: BatchId;
  readonly version: number;
  readonly title: string;
  /** Method of the batch; `mixed` = each category by its own. */
  readonly method: string;
  readonly sites: readonly Site[];
  readonly lines: readonly LineFacts[];
  /** Agency codes. */
  readonly required: readonly string[];
  readonly rulePack: { readonly code: string; readonly sha256: Sha256 };
  /** Hash of the catalogue in force. */
  readonly catalogue: Sha256;
}

/**
 * The frozen list of domain.md: lines in the order of lot ids, photos of lot and hash, decisions and appraisals of
 * their ids, agency codes sorted; the sites as the coordinator ordered them. The same facts always give the same bytes.
 */
export function buildSnapshot(facts: ListFacts): BatchSnapshot {
  const lines = sortedBy(facts.lines, ({ lot }) => lot);
  const { batch, version, title, method, rulePack, catalogue } = facts;
  return {
    v: 1,
    batch,
    version,
    title,
    method,
    sites: facts.sites.map(({ code, name, address }) => ({ code, name, address })),
    lines: lines.map(snapshotLine),
    photos: lines.flatMap(({ lot, photos }) =>
      [...new Set(photos)].sort().map((sha256) => ({ lot, sha256 })),
    ),
    decisions: sharedBy(lines, ({ decision }) => decision).map(({ id, number, kind, finalAt, lots }) => ({
      id,
      number,
      kind,
      finalAt,
      lots,
    })),
    appraisals: sharedBy(lines, ({ appraisal }) => appraisal).map(({ id, result, reportNumber, lots }) => ({
      id,
      result,
      reportNumber,
      lots,
    })),
    required: [...new Set(facts.required)].sort(),
    rulePack: { code: rulePack.code, sha256: rulePack.sha256 },
    catalogue,
  };
}

/** What approvals bind: SHA-256 over the JCS form (RFC 8785) of a list. */
export function snapshotHash(list: BatchSnapshot): Sha256 {
  return sha256Hex(snapshotBytes(list));
}

/** The bytes that {@link snapshotHash} is taken over. */
export function snapshotBytes(list: BatchSnapshot): Uint8Array {
  return canonicalBytes(list as unknown as Json);
}

function snapshotLine(line: LineFacts): SnapshotLine {
  const { lot, code, category, description, variety, responsible, declared, site, method } = line;
  return {
    lot,
    code,
    category,
    description,
    ...(variety !== undefined && { variety }),
    responsible,
    declared,
    quantity: { amount: line.quantity.amount, unit: line.quantity.unit },
    base: { amount: line.base.amount, unit: line.base.unit },
    site,
    method,
    ...(line.unsuitable && { unsuitable: true as const }),
  };
}

/** Papers that several lines rest on, each once, with the lots that rest on it. */
function sharedBy<T extends { readonly id: string }>(
  lines: readonly LineFacts[],
  paperOf: (line: LineFacts) => T | undefined,
): (T & { lots: LotId[] })[] {
  const papers = new Map<string, T & { lots: LotId[] }>();
  for (const line of lines) {
    const paper = paperOf(line);
    if (!paper) continue;
    const known = papers.get(paper.id) ?? { ...paper, lots: [] };
    known.lots.push(line.lot);
    papers.set(paper.id, known);
  }
  return sortedBy([...papers.values()], ({ id }) => id);
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
