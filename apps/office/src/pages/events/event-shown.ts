import type { Words } from '../shell/words.js';

interface Amount {
  readonly amount: string;
  readonly unit: string;
}
/** A line of an event as the interface gives it. */
interface Line {
  readonly lot: string;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly excluded?: boolean;
  readonly allocated: Amount;
  readonly staged?: Amount;
  readonly short?: Amount;
  readonly destroyed?: Amount;
  readonly returned?: Amount;
  readonly missing?: Amount;
  readonly weighingDifference?: Amount;
  readonly netKg?: string;
  readonly reason?: string;
}

/** A line of an event for the page: its figures as text, and what differs from the plan. */
export function lineOfEvent(line: Line, row: number, words: Words) {
  const { lot, code, allocated, staged, excluded = false } = line;
  const amount = ({ amount: of }: Amount) => words.amount(of);
  const something = (of: Amount | undefined) => of !== undefined && of.amount !== '0';
  const parts = [
    ...(['short', 'returned', 'missing'] as const)
      .filter((name) => something(line[name]))
      .map((name) => `${words.t(`events.${name}`)} ${amount(line[name]!)}`),
    ...(something(line.weighingDifference)
      ? [`${words.t('account.weighing-difference')} ${amount(line.weighingDifference!)}`]
      : []),
  ];
  return {
    lot,
    row,
    code,
    form: `line-${lot}`,
    category: words.category(line.category),
    description: line.description,
    unit: words.unit(allocated.unit),
    allocated: amount(allocated),
    ...(staged && { staged: amount(staged), stagedPlain: staged.amount }),
    ...(line.destroyed && { destroyed: amount(line.destroyed) }),
    ...(line.netKg !== undefined && { netKg: line.netKg }),
    ...(line.reason !== undefined && { reason: line.reason }),
    byMass: allocated.unit === 'kg' || allocated.unit === 'g',
    excluded,
    /** Counted out of the store, so that it can be recorded. */
    ready: !excluded && something(staged),
    done: line.destroyed !== undefined || staged?.amount === '0',
    /** What differs from the plan, in words; empty where nothing does. */
    difference: parts.join(', '),
    differs: parts.length > 0,
  };
}

export type EventLineShown = ReturnType<typeof lineOfEvent>;
