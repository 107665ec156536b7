import { formatInstant, type Clock } from '#kernel';
import type { Lock, S3Bucket } from './s3-bucket.js';
import { s3CodeOf } from './s3-errors.js';

const day = 24 * 3600 * 1000;
/** Clocks differ, and a store that counts a year as 365 days is not one that forgot the lock. */
const tolerance = 32 * day;

/**
 * The lock of a version as it is read back, set or prolonged first where the bucket's default left it short; undefined
 * where the store retains nothing. `lock` is what was read back already.
 */
export async function retained(
  bucket: S3Bucket,
  { key, version, lock }: { key: string; version: string; lock?: Lock },
  clock: Clock,
): Promise<Lock | undefined> {
  const found = lock ?? (await bucket.lockOf(key, version));
  const wanted = wantedLock(bucket, clock);
  if (found && suffices(found, wanted)) return found;
  // COMPLIANCE is never given up, also where a bucket made by hand is stricter than asked.
  const mode = found?.mode === 'COMPLIANCE' ? 'COMPLIANCE' : wanted.mode;
  const until = found && found.until > wanted.until ? found.until : wanted.until;
  try {
    await bucket.lock(key, version, { mode, until });
  } catch (error) {
    if (s3CodeOf(error) === undefined) throw error;
  }
  return bucket.lockOf(key, version);
}

function wantedLock({ options: { mode, years } }: S3Bucket, clock: Clock): Lock {
  return { mode, until: formatInstant(clock.now() + years * 365 * day) };
}

function suffices(found: Lock, wanted: Lock): boolean {
  const isStrict = found.mode === 'COMPLIANCE' || wanted.mode === 'GOVERNANCE';
  return isStrict && Date.parse(found.until) >= Date.parse(wanted.until) - tolerance;
}
