import { Injectable } from '@nestjs/common';
import { Certificates } from '#certificates';
import type { Actor } from '#identity';
import { formatInstant, newId } from '#kernel';
import { Checkpoints, LogKey } from '#ledger';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BundleQueries, type BundleScope } from './bundle.queries.js';
import { BundleReach } from './bundle-reach.service.js';
import type { BundleQuery } from './dto/bundle.dto.js';
import { zipOf, type ZippedFile } from './zip.js';

const offline = (name: string) => readFileSync(fileURLToPath(new URL(`offline/${name}`, import.meta.url)));
const lineFeed = Buffer.from('\n');

interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
interface Bundle {
  /** File name without its ending. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Packs a part of the ledger so that it can be checked without this system. */
@Injectable()
export class BundleService {
  constructor(
    private readonly queries: BundleQueries,
    private readonly checkpoints: Checkpoints,
    private readonly key: LogKey,
    private readonly certificates: Certificates,
    private readonly reach: BundleReach,
  ) {}

  /**
   * Notes who takes what, then gives the ZIP as it is made. Throws `invalid` `bundle.agency-outside` for an agency
   * outside of the engagement.
   */
  async make(actor: Actor, asked: BundleQuery): Promise<Bundle> {
    const scope = await this.reach.scope(actor, asked);
    const { size, root, note } = await this.checkpoints.make();
    const nowMs = this.reach.now();
    const at = formatInstant(nowMs);
    const { person, agency } = actor;
    await this.queries.note({ id: newId<string>(), person, agency, scope: { ...asked }, size, root, at });
    const facts = { v: 1, made: at, scope: { ...asked }, log: this.key.origin, size, root };
    const files = this.files(scope, { note, size, root, facts });
    return { name: `audit-${at.slice(0, 10)}-${String(size)}`, bytes: zipOf(files, nowMs) };
  }

  private async *files(
    scope: BundleScope,
    { note, size, root, facts }: { note: string; size: number; root: string; facts: object },
  ): AsyncGenerator<ZippedFile> {
    const listed: ListedFile[] = [];
    const add = (
      name: string,
      bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    ): ZippedFile => ({
      name,
      bytes: () => counted(name, bytes(), listed),
    });
    yield add('README.txt', () => [offline('README.txt')]);
    yield add('check.mjs', () => [offline('check.mjs')]);
    yield add('checkpoint.txt', () => [Buffer.from(note)]);
    yield add('log-key.txt', () => [Buffer.from(`${this.key.verifierKey}\n`)]);
    yield add('entries.jsonl', () => this.entryLines(size, scope));
    yield add('proofs.jsonl', () => this.proofLines(size, scope));
    for (const number of await this.queries.certificates(scope)) {
      yield add(
        `certificates/${number}.pdf`,
        async function* (this: BundleService) {
          yield (await this.certificates.file(number)).bytes;
        }.bind(this),
      );
      yield add(
        `certificates/${number}.json`,
        async function* (this: BundleService) {
          yield await this.certificates.json(number);
        }.bind(this),
      );
    }
    const manifest = () => [Buffer.from(`${JSON.stringify({ ...facts, root, files: listed }, null, 2)}\n`)];
    yield { name: 'manifest.json', bytes: manifest };
  }

  /** The bytes that were hashed, one entry a line: RFC 8785 leaves no line feed inside. */
  private async *entryLines(size: number, scope: BundleScope): AsyncGenerator<Uint8Array> {
    for await (const { body } of this.queries.entries(size, scope)) yield Buffer.concat([body, lineFeed]);
  }

  private async *proofLines(size: number, scope: BundleScope): AsyncGenerator<Uint8Array> {
    const tree = this.queries.proofs();
    for await (const { seq, leafHash } of this.queries.entries(size, scope)) {
      const proof = { seq, leafHash: leafHash.toString('hex'), path: await tree.path(seq, size) };
      yield Buffer.from(`${JSON.stringify(proof)}\n`);
    }
  }
}

/** Passes the pieces on and lists the file with its length and hash when it has ended. */
async function* counted(
  name: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  listed: ListedFile[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  listed.push({ name, bytes, sha256: hash.digest('hex') });
}
