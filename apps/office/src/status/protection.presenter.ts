import type { RecordedProbe } from '#evidence';

/** What is known of write-once protection: never merely "on". */
export interface Protection {
  readonly worm: 'proven' | 'not-proven' | 'unknown';
  /** The same in words, with what to do. */
  readonly summary: string;
  readonly store?: string;
  readonly at?: string;
  readonly entry?: string;
  readonly steps?: RecordedProbe['steps'];
}

/** @param say gives the sentence of a code in the reader's language */
export function presentProtection(
  probe: RecordedProbe | undefined,
  say: (code: string, facts?: Record<string, string>) => string,
): Protection {
  if (!probe) return { worm: 'unknown', summary: say('evidence.worm-unknown') };
  const { store, doubt, steps, recorded, entry } = probe;
  // Both buckets of a store mostly answer alike.
  const answers = steps
    .filter(({ held }) => held === 'no')
    .map(({ attempt, answer }) => `${attempt}: ${answer}`);
  const facts = { store, date: recorded.slice(0, 10), answers: [...new Set(answers)].join('; ') };
  return {
    worm: doubt ? 'not-proven' : 'proven',
    summary: say(`evidence.worm-${doubt ?? 'proven'}`, facts),
    store,
    at: recorded,
    entry,
    steps,
  };
}
