import { addDecimals, formatDecimal, isZero, readDecimal } from '#quantity';
import type {
  Amount,
  CertificateContent,
  Decision,
  Difference,
  Headline,
  Line,
  Site,
  Subtotal,
  Total,
  UnitTotal,
} from './certificate-content.js';
import type { CertificateFacts, EventFacts, EventLineFacts, LotOnPaper } from './facts.js';
import { inUnit } from './in-unit.js';

/** Number, time and ledger part are known only when the number is taken; what is shown before has placeholders. */
export type StatedContent = Omit<CertificateContent, 'number' | 'issuedAt' | 'ledger'>;

/** Pure: what the certificate states, from what the batch, its events and its lots are. */
export function assembleContent(facts: CertificateFacts): StatedContent {
  const { list, events } = facts;
  const lines = events.flatMap((event) => linesOf(facts, event));
  const first = events[0]!;
  const headline = headlineOf(facts, lines);
  return {
    v: 1,
    version: 1,
    utcOffset: '+08:00',
    agency: facts.agency,
    seal: facts.seal,
    batch: {
      id: list.batch,
      reference: facts.reference,
      title: list.title,
      snapshot: facts.snapshot,
      version: list.version,
    },
    names: facts.names,
    method: { code: list.method },
    sites: events.map((event) => siteOf(facts, event)),
    decisions: list.decisions.map(decisionOf),
    lines,
    subtotals: subtotals(lines),
    totals: totals(lines),
    unitTotals: unitTotals(lines),
    ...(headline && { headline }),
    approvals: facts.approvals,
    lead: first.lead,
    witnesses: events.flatMap(({ site, statements }) =>
      statements.map(({ agency, person, statement, statedAt, stale }) => ({
        agency,
        person,
        statement,
        statedAt,
        site,
        ...(stale && { beforeChange: true }),
      })),
    ),
    photos: facts.photos,
    exclusions: facts.exclusions,
    retained: [],
    exceptions: list.lines
      .filter(({ unsuitable }) => unsuitable)
      .map(({ code, method }) => exception(facts, code, method)),
  };
}

function exception({ names }: CertificateFacts, lot: string, method: string): string {
  const { zh, en } = names.methods[method]!;
  return `${lot}: ${zh} 不是该品类的推荐方法，经审批接受。 ${en} is not a usual method for this category; approved as such.`;
}

function siteOf({ list }: CertificateFacts, event: EventFacts): Site {
  const site = list.sites.find(({ code }) => code === event.site)!;
  return {
    code: site.code,
    name: { zh: site.name, en: site.name },
    address: site.address,
    event: event.reference,
    startedAt: event.startedAt,
    endedAt: event.endedAt,
  };
}

function decisionOf({ number, finalAt }: CertificateFacts['list']['decisions'][number]): Decision {
  return { number, date: finalAt.slice(0, 10), finalAt: finalAt as NonNullable<Decision['finalAt']> };
}

/** The lines of an event in the order of the lots' codes: the order in which they were registered. */
function linesOf(facts: CertificateFacts, event: EventFacts): Line[] {
  const lines = event.lines.map((line) => lineOf(facts, event, line));
  return lines.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function lineOf(facts: CertificateFacts, event: EventFacts, line: EventLineFacts): Line {
  const frozen = facts.list.lines.find(({ lot }) => lot === line.lot)!;
  const lot = facts.lots.get(line.lot)!;
  const unit = frozen.quantity.unit;
  const shown = (amount: string): Amount =>
    inUnit({ amount, unit: line.unit }, unit, {
      unitOf: facts.unitOf,
      ...(lot.ratio && { ratio: lot.ratio }),
    });
  const differences = differencesOf(line, shown);
  return {
    lot: line.lot,
    code: frozen.code,
    category: frozen.category,
    description: [frozen.description, lot.brand, lot.variety].filter(Boolean).join(' · '),
    site: event.site,
    declared: declaredOf(lot),
    allocated: shown(line.allocated),
    staged: shown(line.staged),
    destroyed: shown(line.destroyed),
    base: { amount: line.destroyed, unit: line.unit },
    ...(frozen.method !== facts.list.method && { method: frozen.method }),
    ...(differences.length > 0 && { difference: differences }),
  };
}

/** As declared; parts of one family have no single amount but their exact sum. */
function declaredOf({ declared, base }: LotOnPaper): Amount {
  const { amount, unit } = declared;
  return amount !== undefined && unit !== undefined ? { amount, unit } : base;
}

function differencesOf(line: EventLineFacts, shown: (amount: string) => Amount): Difference[] {
  const short = formatDecimal(addDecimals(readDecimal(line.short), readDecimal(line.missing)));
  const reason = line.reason ?? '';
  const found = [
    { kind: 'shortage' as const, amount: short },
    { kind: 'returned' as const, amount: line.returned },
    { kind: 'weighing-difference' as const, amount: line.weighing },
  ];
  return found
    .filter(({ amount }) => !isZero({ amount, unit: line.unit }))
    .map(({ kind, amount }) => ({ kind, ...shown(amount), reason }));
}

/** Sums amounts by a key, keeping the order in which keys first appear. */
function sums<T>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  make: (line: Line, sum: (of: (line: Line) => Amount) => Amount) => T,
): T[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups.values()].map((group) => make(group[0]!, (of) => sumOf(group.map(of))));
}

function sumOf(amounts: readonly Amount[]): Amount {
  const total = amounts.map(({ amount }) => readDecimal(amount)).reduce(addDecimals);
  return { amount: formatDecimal(total), unit: amounts[0]!.unit };
}

function subtotals(lines: readonly Line[]): Subtotal[] {
  return sums(
    lines,
    ({ site, destroyed, base }) => `${site} ${destroyed.unit} ${base.unit}`,
    ({ site }, sum) => ({
      site,
      destroyed: sum((line) => line.destroyed),
      base: sum((line) => line.base),
    }),
  );
}

function unitTotals(lines: readonly Line[]): UnitTotal[] {
  return sums(
    lines,
    ({ destroyed, base }) => `${destroyed.unit} ${base.unit}`,
    (_, sum) => ({
      destroyed: sum((line) => line.destroyed),
      base: sum((line) => line.base),
    }),
  );
}

function totals(lines: readonly Line[]): Total[] {
  return sums(
    lines,
    ({ category, base }) => `${category} ${base.unit}`,
    ({ category }, sum) => ({
      category,
      base: sum((line) => line.base),
    }),
  );
}

/**
 * One figure over unlike counted units (bottles, pairs, tyres: each counted as one piece), which carries its rule;
 * none where a measure is not counted piece by piece, or where one unit says it all.
 */
function headlineOf(
  { unitOf, headlineRule }: CertificateFacts,
  lines: readonly Line[],
): Headline | undefined {
  const units = new Set(lines.map(({ base }) => base.unit));
  const counted = [...units].every((unit) => unitOf(unit)?.family.startsWith('count-'));
  if (units.size < 2 || !counted) return undefined;
  const amount = lines.map(({ base }) => readDecimal(base.amount)).reduce(addDecimals);
  const categories = new Set(lines.map(({ category }) => category)).size;
  return { amount: formatDecimal(amount), unit: 'piece', rule: headlineRule, categories };
}
