import type { S3Gateway } from './s3-gateway.js';

/** One version of an object, or a marker that hides it. */
export interface Version {
  readonly key: string;
  readonly version: string;
  readonly size: number;
  readonly keptMs: number;
  readonly isMarker: boolean;
}

/** What the client gives of a version beyond its declared type. */
interface Listed {
  readonly name?: string;
  readonly size?: number;
  readonly lastModified?: Date;
  readonly versionId?: string;
  readonly isDeleteMarker?: boolean;
}

/** All versions under names that begin with `prefix`; the client's own listing breaks off after the first 1,000. */
export async function* versionsOf(
  gateway: S3Gateway,
  bucket: string,
  { prefix, page: pageSize = 1000 }: { prefix: string; page?: number },
): AsyncGenerator<Version> {
  let marker: { keyMarker?: string; versionIdMarker?: string } = {};
  for (;;) {
    const page = await gateway.attempt(() =>
      gateway.client.listObjectsQuery(bucket, prefix, '', {
        Delimiter: '',
        MaxKeys: pageSize,
        IncludeVersion: true,
        ...marker,
      }),
    );
    for (const { name, size, lastModified, versionId, isDeleteMarker } of page.objects as readonly Listed[]) {
      if (name === undefined || versionId === undefined) continue;
      yield {
        key: name,
        version: String(versionId),
        size: size ?? 0,
        keptMs: lastModified?.getTime() ?? 0,
        isMarker: isDeleteMarker === true,
      };
    }
    const { isTruncated, keyMarker, versionIdMarker } = page;
    if (String(isTruncated) !== 'true' || keyMarker === undefined) return;
    // The client writes markers into the address as they are; the answer gives them encoded or not, by server.
    marker = {
      keyMarker: encodeURIComponent(decodeURIComponent(keyMarker)),
      ...(versionIdMarker !== undefined && { versionIdMarker: encodeURIComponent(versionIdMarker) }),
    };
  }
}

export interface ListedKey {
  readonly key: string;
  readonly size: number;
  readonly keptMs: number;
}

/** The newest version of every object in the order of names, behind `after`. */
export async function* keysOf(gateway: S3Gateway, bucket: string, after: string): AsyncGenerator<ListedKey> {
  let marker = after;
  for (;;) {
    const page = await gateway.attempt(() =>
      gateway.client.listObjectsQuery(bucket, '', marker, { Delimiter: '', MaxKeys: 1000 }),
    );
    for (const { name, size, lastModified } of page.objects) {
      if (name === undefined) continue;
      marker = name;
      yield { key: name, size: size ?? 0, keptMs: lastModified?.getTime() ?? 0 };
    }
    if (String(page.isTruncated) !== 'true') return;
  }
}
