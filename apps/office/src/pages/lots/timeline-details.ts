import type { Entry } from '#entries';
import type { Instant, LotId, PersonId } from '#kernel';
import type { Words } from '../shell/words.js';

/** How a history names people, and whose lot it follows (none for the history of a case). */
export interface TimelineView {
  readonly words: Words;
  readonly person: (id: PersonId) => string;
  readonly lot?: LotId;
}

/** What entries of any type may say of use for a history; an entry has a few of these. */
interface Said {
  readonly reference?: string;
  readonly version?: string | number;
  readonly number?: string;
  readonly kind?: string;
  readonly finalAt?: Instant;
  readonly reason?: string;
  readonly result?: string;
  readonly body?: string;
  readonly reportNumber?: string;
  readonly measure?: string;
  readonly place?: string;
  readonly stage?: string;
  readonly to?: PersonId;
  readonly location?: string;
  readonly awaitsGiver?: string;
  readonly complete?: string;
  readonly factor?: string;
  readonly site?: string;
  readonly startsAt?: Instant;
  readonly statement?: string;
  readonly netKg?: string;
  readonly destroyed?: string;
  readonly returned?: string;
  readonly missing?: string;
  readonly unit?: string;
  readonly except?: readonly { readonly lot: LotId; readonly reason: string }[];
  readonly lines?: readonly (LotId | Line)[];
}
interface Line {
  readonly lot: LotId;
  readonly unit: string;
  readonly offered?: string;
  readonly received?: string;
  readonly sealsIntact?: string;
  readonly note?: string;
  readonly staged?: string;
  readonly short?: string;
  readonly reason?: string;
}
type Tell = (said: Said, view: TimelineView) => (string | undefined)[];

const why: Tell = ({ reason }) => [reason];
/** By type of entry; what is missing here is told by its name alone. */
const tellers: Readonly<Partial<Record<Entry['type'], Tell>>> = {
  'seizure.registered': ({ measure = '', place }, { words }) => [words.t(`measure.${measure}`), place],
  'photo.added': ({ stage = '' }, { words }) => [words.t(`stage.${stage}`)],
  'document.added': ({ kind }) => [kind],
  'appraisal.recorded': ({ result = '', body, reportNumber }, { words }) => [
    words.t(`appraisal.${result}`),
    body,
    reportNumber,
  ],
  'decision.recorded': ({ number, finalAt }, { words }) => [
    number,
    finalAt && words.t('lots.final', { date: words.date(finalAt) }),
  ],
  'hold.placed': why,
  'hold.released': why,
  'transfer.offered': ({ to, location }, { words, person }) => [
    to && words.t('timeline.to', { person: person(to) }),
    location,
  ],
  'transfer.accepted': ({ lines, awaitsGiver, location }, view) => [
    ...counted(lines, view),
    awaitsGiver === 'yes' ? view.words.t('timeline.awaits-giver') : location,
  ],
  'transfer.refused': why,
  'batch.submitted': ({ reference, version = '' }, { words }) => [
    reference,
    words.t('batches.snapshot', { version }),
  ],
  'batch.approved': ({ factor = '', complete, except, reason }, { words, lot }) => [
    words.t(`factor.${factor}`),
    complete === 'yes' ? words.t('timeline.complete') : undefined,
    except?.find((one) => one.lot === lot)?.reason ?? reason,
  ],
  'batch.excluded': why,
  'batch.rejected': why,
  'batch.withdrawn': why,
  'batch.reopened': why,
  'event.planned': ({ reference, site, startsAt }, { words }) => [
    reference,
    site,
    startsAt && words.time(startsAt),
  ],
  'event.postponed': ({ startsAt, reason }, { words }) => [startsAt && words.time(startsAt), reason],
  'event.cancelled': why,
  'event.staged': ({ lines }, view) => staged(lines, view),
  'event.line-recorded': ({ destroyed, returned, missing, unit = '', netKg, reason }, { words }) => [
    amountOn('destroyed', destroyed, unit, words),
    amountOn('returned', returned, unit, words),
    amountOn('shortage', missing, unit, words),
    netKg && words.t('timeline.net', { amount: words.amount(netKg) }),
    reason,
  ],
  'event.witnessed': ({ statement }) => [statement],
  'certificate.numbered': ({ number }) => [number],
  'certificate.issued': ({ number }) => [number],
  'certificate.voided': ({ number, reason }) => [number, reason],
  'certificate.revoked': ({ number, reason }) => [number, reason],
};

/** What an entry says beyond its name, in a few words. */
export function detailsOf(entry: Entry, view: TimelineView): string {
  const tell = tellers[entry.type];
  const told = tell?.(entry.data as Said, view) ?? [];
  return told.filter((one): one is string => one !== undefined && one !== '').join(' · ');
}

/** How an entry moved the followed lot between accounts: "in custody → in a batch 856". */
export function movesOf({ postings }: Pick<Entry, 'postings'>, { words, lot }: TimelineView): string[] {
  return postings
    .filter((one) => one.lot === lot)
    .map(({ from, to, amount, unit }) =>
      words.t('timeline.move', {
        from: words.t(`account.${from}`),
        to: words.t(`account.${to}`),
        amount: words.amount(amount),
        unit: words.unit(unit),
      }),
    );
}

/** An account with an amount, where there is one: "destroyed 856 bottles". */
function amountOn(
  account: string,
  amount: string | undefined,
  unit: string,
  words: Words,
): string | undefined {
  if (amount === undefined || amount === '0') return undefined;
  return `${words.t(`account.${account}`)} ${words.amount(amount)} ${words.unit(unit)}`;
}

function lineOf(lines: Said['lines'], lot: LotId | undefined): Line | undefined {
  return lines?.find((line): line is Line => typeof line === 'object' && line.lot === lot);
}

function counted(lines: Said['lines'], { words, lot }: TimelineView): (string | undefined)[] {
  const line = lineOf(lines, lot);
  if (line?.offered === undefined || line.received === undefined) return [];
  const amounts = { offered: words.amount(line.offered), received: words.amount(line.received) };
  return [
    words.t('timeline.counted', { ...amounts, unit: words.unit(line.unit) }),
    line.sealsIntact && words.t('timeline.seals', { seals: words.t(`seals.${line.sealsIntact}`) }),
    line.note,
  ];
}

function staged(lines: Said['lines'], { words, lot }: TimelineView): (string | undefined)[] {
  const line = lineOf(lines, lot);
  if (line?.staged === undefined) return [];
  const unit = words.unit(line.unit);
  return [
    words.t('timeline.staged', { amount: words.amount(line.staged), unit }),
    line.short && line.short !== '0'
      ? words.t('timeline.short', { amount: words.amount(line.short), unit })
      : undefined,
    line.reason,
  ];
}
