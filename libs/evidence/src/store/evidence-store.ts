import type { Sha256 } from '#kernel';
import type { Readable } from 'node:stream';

/** What an upload is called in refusals: `photo.too-large`, `document.too-large`. */
export type UploadKind = 'photo' | 'document';

export interface Expected {
  readonly sha256: Sha256;
  /** Most bytes that are taken; the first byte above it ends the upload. */
  readonly limit: number;
  readonly kind: UploadKind;
}

/** Bytes that arrived whole and hash as announced, fsynced but not yet visible to anyone. */
export interface Received {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** Local file with the bytes, until {@link EvidenceStore.keep} or {@link EvidenceStore.discard}. */
  readonly path: string;
}

export interface OpenedObject {
  readonly size: number;
  /** The bytes; their hash was checked before this was given. */
  readonly stream: Readable;
}

/**
 * Where the bytes of evidence lie: objects named by the SHA-256 of their bytes, written once, never changed.
 * Whatever a store promises, integrity rests on the hash in the ledger: every read re-hashes.
 */
export abstract class EvidenceStore {
  /**
   * Streams bytes into quarantine in constant memory. Throws `invalid` `<kind>.too-large`, `<kind>.empty`,
   * `<kind>.wrong-hash`, `busy` `evidence.store-full`, or what the source throws; then nothing is left behind.
   */
  abstract receive(source: AsyncIterable<Uint8Array>, expected: Expected): Promise<Received>;

  /**
   * Makes received bytes an object, durably, and empties the quarantine. An object that is there stays as it is;
   * where its bytes are not the announced ones throws `busy` `evidence.corrupt`.
   */
  abstract keep(received: Received): Promise<void>;

  /** Drops received bytes; nothing happens where they were kept or dropped before. */
  abstract discard(received: Received): Promise<void>;

  /** Checks the object's hash, then gives its bytes; throws `busy` `evidence.corrupt` (facts sha256, found). */
  abstract open(sha256: Sha256): Promise<OpenedObject>;

  /** Size in bytes; undefined where there is no such object. Says nothing about its content. */
  abstract stat(sha256: Sha256): Promise<{ readonly size: number } | undefined>;

  /** Where bytes made by ourselves (certificates) become an object; gives their hash. */
  abstract putBytes(bytes: Uint8Array): Promise<Sha256>;

  /** Removes what broken-off uploads left more than 72 h before `nowMs`; gives how many there were. */
  abstract sweepQuarantine(nowMs: number): Promise<number>;

  async has(sha256: Sha256): Promise<boolean> {
    return (await this.stat(sha256)) !== undefined;
  }

  /** The checked bytes in memory: for objects of bounded size only; throws like {@link open}. */
  async read(sha256: Sha256): Promise<Buffer> {
    const { stream } = await this.open(sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
