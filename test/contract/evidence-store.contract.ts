import { DomainError, sha256Hex, type Sha256 } from '#kernel';
import type { EvidenceStore, Received } from '#evidence';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** A store under test, and what the suite can't do through the port. */
export interface StoreUnderTest {
  readonly store: EvidenceStore;
  /** A second client of the same store, as another process would have it. */
  readonly again: EvidenceStore;
  /** Names of the objects that there are. */
  objects(): Promise<string[]>;
  /** Number of uploads in quarantine. */
  quarantined(): Promise<number>;
  /** Changes one bit of a kept object behind the store's back. */
  spoil(sha256: Sha256): Promise<void>;
  /** Removes a kept object behind the store's back. */
  lose(sha256: Sha256): Promise<void>;
  close(): Promise<void>;
}

const limit = 1_000_000;

async function* chunks(...parts: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}

const take = (
  store: EvidenceStore,
  bytes: Uint8Array,
  sha256: Sha256 = sha256Hex(bytes),
): Promise<Received> => store.receive(chunks(bytes), { sha256, limit, kind: 'photo' });

async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of source) found.push(each);
  return found;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error.code;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

/** What every adapter of the EvidenceStore port must do. */
export function describeEvidenceStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`evidence store: ${name}`, () => {
    let under: StoreUnderTest;
    beforeEach(async () => {
      under = await make();
    });
    afterEach(() => under.close());

    it('gives back exactly the bytes that it kept, to other clients too', async () => {
      const bytes = randomBytes(700_000);
      const received = await take(under.store, bytes);
      expect(received).toMatchObject({ sha256: sha256Hex(bytes), size: bytes.length });
      expect(await readFile(received.path)).toEqual(bytes);
      expect(await under.store.has(received.sha256)).toBe(false);
      await under.store.keep(received);
      expect(await under.again.read(received.sha256)).toEqual(bytes);
      expect(await under.again.stat(received.sha256)).toEqual({ size: bytes.length });
      const { size, stream } = await under.again.open(received.sha256);
      expect(size).toBe(bytes.length);
      stream.destroy();
      expect(await under.quarantined()).toBe(0);
    });

    it.each([
      ['one bit of the announced hash is wrong', 'photo.wrong-hash'],
      ['there are no bytes', 'photo.empty'],
      ['there are more bytes than the limit', 'photo.too-large'],
    ])('keeps nothing where %s', async (_, code) => {
      const bytes = randomBytes(1000);
      const flipped = Buffer.from(sha256Hex(bytes), 'hex');
      flipped[31]! ^= 1;
      const uploads: Record<string, () => Promise<Received>> = {
        'photo.wrong-hash': () => take(under.store, bytes, flipped.toString('hex') as Sha256),
        'photo.empty': () => take(under.store, new Uint8Array()),
        'photo.too-large': () => take(under.store, randomBytes(limit + 1)),
      };
      expect(await refusal(uploads[code]!())).toBe(code);
      expect(await under.quarantined()).toBe(0);
      expect(await under.objects()).toEqual([]);
    });

    it('stops reading at the limit instead of taking everything first', async () => {
      let asked = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          asked += 1;
          yield Buffer.alloc(100_000);
        }
      }
      const expected = { sha256: sha256Hex('x'), limit, kind: 'photo' } as const;
      expect(await refusal(under.store.receive(endless(), expected))).toBe('photo.too-large');
      expect(asked).toBe(11);
    });

    it('leaves nothing of an upload that breaks off, and takes the whole one afterwards', async () => {
      const bytes = randomBytes(10_000);
      const expected = { sha256: sha256Hex(bytes), limit, kind: 'photo' } as const;
      const cut = under.store.receive(chunks(bytes.subarray(0, 6000), new Error('cut')), expected);
      await expect(cut).rejects.toThrow('cut');
      expect(await under.quarantined()).toBe(0);
      expect(await under.store.has(expected.sha256)).toBe(false);
      await under.store.keep(await take(under.store, bytes));
      expect(await under.store.read(expected.sha256)).toEqual(bytes);
    });

    it('makes one object of the same bytes sent 50 times at once', async () => {
      const bytes = randomBytes(50_000);
      const one = async () => under.store.keep(await take(under.store, bytes));
      await Promise.all(Array.from({ length: 50 }, one));
      expect(await under.objects()).toEqual([sha256Hex(bytes)]);
      expect(await under.quarantined()).toBe(0);
      expect(await under.store.read(sha256Hex(bytes))).toEqual(bytes);
    });

    it('may drop received bytes more than once', async () => {
      const received = await take(under.store, randomBytes(10));
      await under.store.discard(received);
      await under.store.discard(received);
      await expect(stat(received.path)).rejects.toThrow('ENOENT');
    });

    it('gives not one byte of an object in which a bit was flipped', async () => {
      const sha256 = await under.store.putBytes(randomBytes(5000));
      await under.spoil(sha256);
      expect(await refusal(under.store.open(sha256))).toBe('evidence.corrupt');
      expect(await refusal(under.again.read(sha256))).toBe('evidence.corrupt');
    });

    it('does not acknowledge bytes under whose name others lie', async () => {
      const bytes = randomBytes(5000);
      await under.spoil(await under.store.putBytes(bytes));
      const received = await take(under.store, bytes);
      expect(await refusal(under.store.keep(received))).toBe('evidence.corrupt');
    });

    it('is repaired with the right bytes, wherever the wrong ones came from; what is right stays', async () => {
      const bytes = randomBytes(5000);
      const sha256 = await under.store.putBytes(bytes);
      for (const harm of [under.spoil, under.lose, () => Promise.resolve()]) {
        await harm(sha256);
        await under.store.repair(await take(under.store, bytes));
        expect(await under.again.read(sha256)).toEqual(bytes);
        await under.store.keep(await take(under.store, bytes));
      }
      expect(await under.quarantined()).toBe(0);
    });

    it('says of a lost object that its bytes are not there, and takes them again', async () => {
      const bytes = randomBytes(5000);
      const sha256 = await under.store.putBytes(bytes);
      await under.lose(sha256);
      expect(await refusal(under.store.open(sha256))).toBe('evidence.corrupt');
      expect(await under.store.stat(sha256)).toBeUndefined();
      await under.store.putBytes(bytes);
      expect(await under.store.read(sha256)).toEqual(bytes);
    });

    it('puts bytes of our own twice without harm', async () => {
      const bytes = randomBytes(3000);
      expect(await under.store.putBytes(bytes)).toBe(sha256Hex(bytes));
      expect(await under.store.putBytes(bytes)).toBe(sha256Hex(bytes));
      expect(await under.objects()).toEqual([sha256Hex(bytes)]);
    });

    it('lists its objects in the order of their hashes, from anywhere on', async () => {
      const before = Date.now() - 5000;
      const names: Sha256[] = [];
      for (const kind of ['evidence', 'certificate', 'checkpoint', 'evidence'] as const) {
        names.push(await under.store.putBytes(randomBytes(100), kind));
      }
      names.sort();
      const listed = await collected(under.again.list());
      expect(listed.map(({ sha256 }) => sha256)).toEqual(names);
      expect(listed.every(({ size, keptMs }) => size === 100 && keptMs > before)).toBe(true);
      const rest = await collected(under.again.list(names[1]));
      expect(rest.map(({ sha256 }) => sha256)).toEqual(names.slice(2));
      expect(await collected(under.again.list(names[3]))).toEqual([]);
    });

    it('shows people its address without credentials', () => {
      expect(under.store.name).toMatch(/^(filesystem|s3):\/\/[^@]+$/);
    });

    it.each(['../../etc/passwd', '..', '', 'A'.repeat(64), `${'a'.repeat(63)}\0`, '\u202Egnp.x'])(
      'never makes a path of anything but a hash: %j',
      async (name) => {
        expect(await refusal(under.store.stat(name as Sha256))).toBe('evidence.not-a-hash');
        expect(await refusal(under.store.open(name as Sha256))).toBe('evidence.not-a-hash');
      },
    );

    it('sweeps what broken-off uploads left, once it is 72 hours old', async () => {
      const hour = 3_600_000;
      await take(under.store, randomBytes(10));
      expect(await under.store.sweepQuarantine(Date.now() + 71 * hour)).toBe(0);
      expect(await under.store.sweepQuarantine(Date.now() + 73 * hour)).toBe(1);
      expect(await under.quarantined()).toBe(0);
    });
  });
}
