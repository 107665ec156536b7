import { sha256Hex, type Sha256 } from '#kernel';
import type { Readable } from 'node:stream';
import type { Probe } from './probe.js';

/** What an upload is called in refusals: `photo.too-large`, `document.too-large`. */
export type UploadKind = 'photo' | 'document';

/** What an object is: decides for how long and how strictly a store with Object Lock retains it. */
export type ObjectKind = 'evidence' | 'certificate' | 'checkpoint';

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

/** One object as a listing gives it; says nothing about its content. */
export interface ListedObject {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** When the store took it, in milliseconds since 1970 by the store's clock. */
  readonly keptMs: number;
}

/**
 * Where the bytes of evidence lie: objects named by the SHA-256 of their bytes, written once, never changed.
 * Whatever a store promises, integrity rests on the hash in the ledger: every read re-hashes. Every method throws
 * `busy` `evidence.store-unreachable` where a store does not answer.
 */
export abstract class EvidenceStore {
  /** What the store is called on pages and in the ledger: its address without credentials. */
  abstract readonly name: string;

  /**
   * Streams bytes into quarantine in constant memory. Throws `invalid` `<kind>.too-large`, `<kind>.empty`,
   * `<kind>.wrong-hash`, `busy` `evidence.store-full`, or what the source throws; then nothing is left behind.
   */
  abstract receive(source: AsyncIterable<Uint8Array>, expected: Expected): Promise<Received>;

  /**
   * Makes received bytes an object, durably, and empties the quarantine. An object that is there stays as it is;
   * where its bytes are not the announced ones throws `busy` `evidence.corrupt`.
   */
  abstract keep(received: Received, kind?: ObjectKind): Promise<void>;

  /**
   * As {@link keep}, but where the object's bytes are wrong or gone, the received ones take their place; what is right
   * stays as it is. For bytes of a second copy only.
   */
  abstract repair(received: Received, kind?: ObjectKind): Promise<void>;

  /** Drops received bytes; nothing happens where they were kept or dropped before. */
  abstract discard(received: Received): Promise<void>;

  /** Checks the object's hash, then gives its bytes; throws `busy` `evidence.corrupt` (facts sha256, found). */
  abstract open(sha256: Sha256): Promise<OpenedObject>;

  /** Size in bytes; undefined where there is no such object. Says nothing about its content. */
  abstract stat(sha256: Sha256): Promise<{ readonly size: number } | undefined>;

  /** Every object in the order of its hash, beginning behind `after`. */
  abstract list(after?: Sha256): AsyncIterable<ListedObject>;

  /** Removes an object; false where the store retains it. For bytes without an entry only. */
  abstract remove(sha256: Sha256): Promise<boolean>;

  /** Sets or lifts the legal hold of an object; false where the store has none. */
  abstract hold(sha256: Sha256, on: boolean): Promise<boolean>;

  /** Tries everything that must be refused on a canary of its own. Never throws: what failed is its result. */
  abstract probe(): Promise<Probe>;

  /** Removes what broken-off uploads left more than 72 h before `nowMs`; gives how many there were. */
  abstract sweepQuarantine(nowMs: number): Promise<number>;

  /** Ends what is under way with the store. */
  close(): void {
    return;
  }

  /** Where bytes made by ourselves (certificates, checkpoints) become an object; gives their hash. */
  async putBytes(bytes: Uint8Array, kind: ObjectKind = 'evidence'): Promise<Sha256> {
    const sha256 = sha256Hex(bytes);
    const expected: Expected = { sha256, limit: bytes.length, kind: 'document' };
    await this.keep(await this.receive(once(bytes), expected), kind);
    return sha256;
  }

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

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
