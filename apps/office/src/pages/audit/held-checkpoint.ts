import { parseCheckpoint, parseNote } from '#merkle';

/** A checkpoint that somebody kept: its text, and what it says. */
export interface HeldCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly root: string;
}

/** Pure: reads a signed note that was pasted (C2SP tlog-checkpoint); whether its signature is right, the verification says. */
export function heldCheckpoint(note: string): HeldCheckpoint | 'unreadable' {
  try {
    const { size, root } = parseCheckpoint(parseNote(note).text);
    return { note, size, root };
  } catch {
    return 'unreadable';
  }
}
