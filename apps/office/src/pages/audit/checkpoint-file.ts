import { DomainError } from '#kernel';
import type { Request } from 'express';
import { filesIn } from '../shell/upload-form.js';
import { heldCheckpoint, type HeldCheckpoint } from './held-checkpoint.js';

/** A checkpoint takes some 300 bytes; with the signatures of many witnesses it still is far below. */
const mostBytes = 4096;

/**
 * The checkpoint in the file of a form, or the code of what is wrong with it: none chosen, larger than 4 kB, no
 * checkpoint. Throws `invalid` `upload.cut`, `request.unsupported-media-type`.
 */
export async function checkpointIn(request: Request): Promise<HeldCheckpoint | string> {
  try {
    const [bytes] = (await filesIn(request, mostBytes)).files;
    if (bytes === undefined) return 'verification.no-file';
    const held = heldCheckpoint(bytes.toString('utf8'));
    return held === 'unreadable' ? 'verification.unreadable-file' : held;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'photo.too-large')
      return 'verification.file-too-large';
    throw error;
  }
}
