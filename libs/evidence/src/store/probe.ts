/** What the probe tries on a locked object: each must leave the locked bytes as they are. */
export const probeAttempts = [
  'lock',
  'delete',
  'multi-delete',
  'shorten',
  'downgrade',
  'overwrite',
  'read-back',
] as const;
export type ProbeAttempt = (typeof probeAttempts)[number];

export interface ProbeStep {
  /** Where it was tried: the bucket. */
  readonly place: string;
  readonly attempt: ProbeAttempt;
  /** True where the store did what write-once protection demands. */
  readonly held: boolean;
  /** The store's own code (`AccessDenied`), or what it did instead. */
  readonly answer: string;
}

/** Why protection is not proven: a message code without its `evidence.worm-` front. */
export type ProbeDoubt = 'not-offered' | 'no-lock' | 'not-held' | 'unreachable';

/** What a store proved about write-once protection, at one moment. */
export interface Probe {
  readonly steps: readonly ProbeStep[];
  /** Absent where every step held: then, and only then, protection is proven. */
  readonly doubt?: ProbeDoubt;
}

/** The verdict over the steps that were made. */
export function judged(steps: readonly ProbeStep[]): Probe {
  const failed = steps.find(({ held }) => !held);
  if (steps.length === 0) return { steps, doubt: 'not-offered' };
  if (!failed) return { steps };
  return { steps, doubt: failed.attempt === 'lock' ? 'no-lock' : 'not-held' };
}
