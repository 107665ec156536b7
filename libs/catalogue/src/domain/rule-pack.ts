import { sha256Hex, type JsonObject, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { Money, Ratio } from '#quantity';
import { PackReader } from './pack-reader.js';

export const periodUnits = ['hour', 'day', 'working-day', 'month', 'year'] as const;

/** A length of time as laws state it. */
export interface Period {
  readonly count: number;
  readonly unit: (typeof periodUnits)[number];
}

/** A legal time limit: what starts it, how long it runs, and where that is written. */
export interface LegalClock {
  readonly code: string;
  readonly from: string;
  readonly within: Period;
  readonly extension: Period | null;
  /** What stops the clock while it lasts (`testing`). */
  readonly suspendedBy: string | null;
  readonly warnings: readonly Period[];
  readonly source: string;
}

/** Who else must approve; `because` is the message code that explains it. */
export interface ApprovalNeed {
  readonly function: string;
  readonly because: string;
}

export interface ApprovalRules {
  readonly responsibleAgencies: boolean;
  readonly categoryLeads: boolean;
  readonly withLead: readonly (ApprovalNeed & { readonly lead: string })[];
  readonly aboveValue: readonly (ApprovalNeed & { readonly limit: Money })[];
  readonly minimumAgencies: number;
  readonly fillWith: readonly ApprovalNeed[];
}

/** The figures and rules of one country or installation; law as data. */
export interface RulePack {
  readonly code: string;
  readonly version: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly lateAfterHours: number;
  readonly futureToleranceMinutes: number;
  readonly persons: {
    readonly seizureOfficers: number;
    readonly witnessesPerLine: number;
    readonly witnessesFromOutside: number;
  };
  readonly clocks: readonly LegalClock[];
  /** Share of the booked amount that scales may differ by, per family of units. */
  readonly tolerances: readonly { readonly family: string; readonly share: Ratio }[];
  /** Estimated value above which categories with `if-value` need an appraisal; `null` = no limit is configured. */
  readonly appraisalLimit: Money | null;
  readonly approval: ApprovalRules;
  readonly retention: readonly {
    readonly record: string;
    readonly keep: 'permanent' | { readonly years: number };
  }[];
  /** SHA-256 over the JCS form of the data that the pack was read from. */
  readonly hash: Sha256;
}

/** Takes the JSON of a pack, gives it checked; throws `invalid` `rule-pack.wrong-field` naming the place. */
export function readRulePack(data: JsonObject): RulePack {
  const root = new PackReader(data, '');
  const approval = root.object('approval');
  const entries = root.object('entries');
  const persons = root.object('persons');
  return {
    code: root.text('code'),
    version: root.text('version'),
    name: { zh: root.object('name').text('zh'), en: root.object('name').text('en') },
    lateAfterHours: entries.count('lateAfterHours'),
    futureToleranceMinutes: entries.count('futureToleranceMinutes'),
    persons: {
      seizureOfficers: persons.count('seizureOfficers'),
      witnessesPerLine: persons.count('witnessesPerLine'),
      witnessesFromOutside: persons.count('witnessesFromOutside'),
    },
    clocks: root.objects('clocks').map(clockOf),
    tolerances: root.objects('tolerances').map((each) => ({
      family: each.text('family'),
      share: { num: each.object('share').count('num'), den: each.object('share').count('den') },
    })),
    appraisalLimit: root.object('appraisal').optionalMoney('valueLimit'),
    approval: approvalOf(approval),
    retention: root.objects('retention').map((each) => ({
      record: each.text('record'),
      keep: each.is('keep', 'permanent') ? 'permanent' : { years: each.object('keep').count('years') },
    })),
    hash: sha256Hex(canonicalBytes(data)),
  };
}

function clockOf(read: PackReader): LegalClock {
  return {
    code: read.text('code'),
    from: read.text('from'),
    within: periodOf(read.object('within')),
    extension: read.has('extension') ? periodOf(read.object('extension')) : null,
    suspendedBy: read.has('suspendedBy') ? read.text('suspendedBy') : null,
    warnings: read.has('warnings') ? read.objects('warnings').map(periodOf) : [],
    source: read.text('source'),
  };
}

function periodOf(read: PackReader): Period {
  const unit = periodUnits.find((known) => read.is('unit', known));
  if (unit === undefined) throw read.wrong('unit');
  return { count: read.count('count'), unit };
}

function approvalOf(read: PackReader): ApprovalRules {
  const need = (each: PackReader) => ({ function: each.text('function'), because: each.text('because') });
  return {
    responsibleAgencies: read.flag('responsibleAgencies'),
    categoryLeads: read.flag('categoryLeads'),
    withLead: read.objects('withLead').map((each) => ({ ...need(each), lead: each.text('lead') })),
    aboveValue: read.objects('aboveValue').map((each) => {
      const limit = each.optionalMoney('limit');
      if (limit === null) throw each.wrong('limit');
      return { ...need(each), limit };
    }),
    minimumAgencies: read.count('minimumAgencies'),
    fillWith: read.objects('fillWith').map(need),
  };
}
