import { isSha256, type Sha256 } from '#kernel';
import type { ListedObject } from '../evidence-store.js';
import type { S3Bucket } from './s3-bucket.js';
import { keysOf, type ListedKey } from './s3-versions.js';

/** The objects of several buckets as one list in the order of their hashes; one that lies in two is given once. */
export async function* listedIn(
  buckets: readonly S3Bucket[],
  after: Sha256 | undefined,
): AsyncGenerator<ListedObject> {
  const lists: { rest: AsyncGenerator<ListedKey>; next: ListedKey | undefined }[] = [];
  for (const bucket of buckets) {
    await bucket.ensure();
    const rest = keysOf(bucket.gateway, bucket.name, after ?? '');
    lists.push({ rest, next: await following(rest) });
  }
  for (;;) {
    const least = lists.reduce<ListedKey | undefined>(
      (found, { next }) => (next && (!found || next.key < found.key) ? next : found),
      undefined,
    );
    if (!least) return;
    for (const list of lists) if (list.next?.key === least.key) list.next = await following(list.rest);
    yield { sha256: least.key as Sha256, size: least.size, keptMs: least.keptMs };
  }
}

/** The next object; canaries of the probe are none. */
async function following(rest: AsyncGenerator<ListedKey>): Promise<ListedKey | undefined> {
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return undefined;
    if (isSha256(value.key)) return value;
  }
}
