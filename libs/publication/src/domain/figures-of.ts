import type { Instant } from '#kernel';
import { addBase, zeroOf } from '#quantity';

type Name = { readonly zh: string; readonly en: string };
type Amount = { readonly amount: string; readonly unit: string };
type Moment = { readonly startedAt: Instant; readonly endedAt: Instant };

/** The part of a certificate's content that may ever be published; everything else is not even looked at. */
export interface Publishable {
  readonly utcOffset: string;
  readonly agency: string;
  readonly batch: { readonly reference: string };
  readonly names: {
    readonly agencies: Readonly<Record<string, Name>>;
    readonly units: Readonly<Record<string, Name>>;
    readonly categories: Readonly<Record<string, Name>>;
    readonly methods: Readonly<Record<string, Name>>;
  };
  readonly method: { readonly code: string };
  readonly sites: readonly (Moment & { readonly name: Name })[];
  readonly lines: readonly { readonly method?: string; readonly base: Amount }[];
  readonly totals: readonly { readonly category: string; readonly base: Amount }[];
  readonly unitTotals: readonly { readonly destroyed: Amount }[];
  readonly headline?: Amount & { readonly rule: Name; readonly categories?: number };
  readonly approvals: readonly { readonly agency: string }[];
  readonly lead: { readonly agency: string };
  readonly witnesses: readonly { readonly agency: string }[];
}

/**
 * The figures that a released report makes public, by an allow-list (public.md, "Publishing rules"): batch reference,
 * times of the events, names of agencies and sites, method, quantities. Never people, parties, addresses, lots.
 */
export function figuresOf(content: Publishable) {
  const { names, headline, sites } = content;
  const acting = [
    content.agency,
    ...[...content.approvals, content.lead, ...content.witnesses].map(agencyOf),
  ];
  const named = (of: Readonly<Record<string, Name>>, code: string) => ({
    code,
    ...plain(of[code] ?? both(code)),
  });
  const amount = ({ amount: digits, unit }: Amount) => ({ amount: digits, unit: named(names.units, unit) });
  return {
    batch: { reference: content.batch.reference },
    method: named(names.methods, content.method.code),
    methods: methodTotals(content).map(({ method, base }) => ({
      method: named(names.methods, method),
      ...amount(base),
    })),
    destroyed: {
      from: sites.map(({ startedAt }) => startedAt).sort()[0]!,
      to: sites
        .map(({ endedAt }) => endedAt)
        .sort()
        .at(-1)!,
      utcOffset: content.utcOffset,
    },
    agencies: [...new Set(acting)].map((code) => named(names.agencies, code)),
    sites: sites.map(({ name }) => plain(name)),
    ...(headline && {
      headline: {
        ...amount(headline),
        rule: plain(headline.rule),
        ...(headline.categories !== undefined && { categories: headline.categories }),
      },
    }),
    unitTotals: content.unitTotals.map(({ destroyed }) => amount(destroyed)),
    totals: content.totals.map(({ category, base }) => ({
      category: named(names.categories, category),
      ...amount(base),
    })),
  };
}

/** Destroyed by each method in each base unit, in the order of the lines; a line without a method has the batch's. */
function methodTotals({ lines, method }: Publishable): { method: string; base: Amount }[] {
  const sums = new Map<string, { method: string; base: Amount }>();
  for (const line of lines) {
    const code = line.method ?? method.code;
    const key = `${code} ${line.base.unit}`;
    const sum = sums.get(key)?.base ?? zeroOf(line.base.unit);
    sums.set(key, { method: code, base: addBase(sum, line.base) });
  }
  return [...sums.values()];
}

function agencyOf({ agency }: { agency: string }): string {
  return agency;
}

/** Only the two texts, whatever else may stand beside them. */
function plain({ zh, en }: Name): Name {
  return { zh, en };
}

function both(code: string): Name {
  return { zh: code, en: code };
}
