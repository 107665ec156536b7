import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';

/** Largest file that is checked; the largest certificate has under 5 MB. */
export const largestFile = 50 * 1024 * 1024;
/** What all files that are being received or checked may take of memory. */
const allFiles = 4 * largestFile;

/**
 * Bounds the memory of uploads: room is taken as bytes arrive, so that many slow senders hold little, and given back
 * after the check.
 */
@Injectable()
export class UploadRoom {
  private taken = 0;

  /** Takes room for more bytes; throws `busy` `verify.busy` where there is none. */
  take(bytes: number): void {
    if (this.taken + bytes > allFiles) throw new DomainError('busy', 'verify.busy');
    this.taken += bytes;
  }

  give(bytes: number): void {
    this.taken -= bytes;
  }
}
