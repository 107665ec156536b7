import type { AgencyId, FieldError, LotId } from '#kernel';
import {
  linesIn,
  resultOf,
  type DestructionEvent,
  type EventLine,
  type Obstacles,
  type Statement,
} from './event.js';

/** One photo of each stage at the site (domain.md, Event). */
const siteStages = ['before', 'during', 'after'] as const;

export interface ClosingFacts {
  readonly event: DestructionEvent;
  /** Stages of which the site has an undamaged photo. */
  readonly photos: ReadonlySet<string>;
  /** Agencies that keep the lots. */
  readonly keepers: ReadonlyMap<LotId, AgencyId>;
  readonly obstacles: Obstacles;
  readonly witnessesPerLine: number;
  readonly witnessesFromOutside: number;
}

/**
 * Everything that stands between an event and its closure, each with what to do in the sentence of its code. Only
 * statements whose lines were not changed afterwards count: a marked one stays on record, but its witness saw other
 * figures.
 */
export function openItems(facts: ClosingFacts): FieldError[] {
  const lines = linesIn(facts.event);
  const missing = siteStages.filter((stage) => !facts.photos.has(stage));
  return [
    ...lines.flatMap((line) => openOfLine(line, facts)),
    ...missing.map((stage) => ({ pointer: '/photos', code: 'event.photo-missing', facts: { stage } })),
  ];
}

function openOfLine(line: EventLine, facts: ClosingFacts): FieldError[] {
  const { lot } = line;
  const at = (code: string, more: Readonly<Record<string, string>> = {}): FieldError => ({
    pointer: `/lines/${lot}`,
    code,
    facts: { lot, ...more },
  });
  if (line.staged === undefined) return [at('event.line-not-staged')];
  const result = resultOf(line);
  if (result === undefined) return [at('event.line-without-result')];
  const obstacle = facts.obstacles.get(lot);
  return [
    ...(obstacle && result.destroyed !== '0' ? [at(obstacle)] : []),
    ...(line.staged === '0' ? [] : witnessesLacking(lot, facts).map(([code, more]) => at(code, more))),
  ];
}

function witnessesLacking(lot: LotId, facts: ClosingFacts): [code: string, facts: Record<string, string>][] {
  const { event, keepers, witnessesPerLine, witnessesFromOutside } = facts;
  const statements = countingFor(event, lot);
  const people = new Set(statements.map(({ person }) => person)).size;
  const outside = statements.filter(({ agency }) => agency !== keepers.get(lot)).length;
  const lacking: [string, Record<string, string>][] = [];
  if (people < witnessesPerLine) {
    const figures = { have: String(people), needed: String(witnessesPerLine) };
    lacking.push(['event.too-few-statements', figures]);
  }
  if (outside < witnessesFromOutside) lacking.push(['event.no-outside-statement', {}]);
  return lacking;
}

/** Statements about a lot whose figures still stand. */
export function countingFor({ statements }: DestructionEvent, lot: LotId): readonly Statement[] {
  return statements.filter(({ lines, stale }) => !stale && lines.includes(lot));
}
