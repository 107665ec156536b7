import { parseCheckpoint, parseNote } from '#merkle';

/** A checkpoint that somebody kept: its text, and what it says. */
export interface HeldCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly root: string;
}

/**
 * Pure: reads a signed note (C2SP tlog-checkpoint), pasted or out of a file, whatever editors did to its line ends and
 * its beginning; whether its signature is right, the verification says.
 */
export function heldCheckpoint(given: string): HeldCheckpoint | 'unreadable' {
  const note = `${given.replaceAll('\r\n', '\n').trim()}\n`;
  try {
    const { size, root } = parseCheckpoint(parseNote(note).text);
    return { note, size, root };
  } catch {
    return 'unreadable';
  }
}
