import { Injectable } from '@nestjs/common';
import type { EntryDraft } from '#entries';
import { newId, type EntryId, type PersonId, type Sha256 } from '#kernel';
import type { Tx } from '#platform';
import { randomBytes } from 'node:crypto';
import { buildEntry, type Circumstances } from './domain/build-entry.js';
import { GoodsRepository } from './goods.repository.js';
import { LedgerRepository, type RecordedRequest } from './ledger.repository.js';
import { Projectors } from './projectors.js';
import { Reactions } from './reactions.js';
import { RequestSeal } from './request-seal.js';

/** What makes two requests under one key the same. */
interface Asked {
  readonly key: EntryId;
  readonly person: PersonId;
  readonly fingerprint: Sha256;
}

/** Writes decided entries and everything that follows from them within one unit of work. */
@Injectable()
export class LedgerStore {
  constructor(
    private readonly repository: LedgerRepository,
    private readonly goods: GoodsRepository,
    private readonly projectors: Projectors,
    private readonly reactions: Reactions,
    private readonly seal: RequestSeal,
  ) {}

  /** Appends the drafts, the first one with id `first`, and the reactions to each; gives all ids in order. */
  async append(
    tx: Tx,
    drafts: readonly EntryDraft[],
    frame: Circumstances & { first: EntryId; recordedMs: number },
  ): Promise<EntryId[]> {
    const ids: EntryId[] = [];
    const waiting = [...drafts];
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      const id = ids.length === 0 ? frame.first : newId<EntryId>(frame.recordedMs);
      const version = await this.repository.nextVersion(tx, draft.subject);
      const salt = randomBytes(16).toString('base64url');
      const entry = buildEntry(draft, { ...frame, id, version, salt });
      await this.repository.insert(tx, entry);
      await this.goods.post(tx, entry.postings);
      await this.projectors.project(tx, entry);
      waiting.push(...(await this.reactions.to(tx, entry)));
      ids.push(id);
    }
    return ids;
  }

  /** Keeps the first result of a command under its key. */
  keepRequest(
    tx: Tx,
    { key, person, fingerprint }: Asked,
    first: Pick<RecordedRequest, 'result' | 'entries'>,
  ): Promise<void> {
    return this.repository.keepRequest(tx, key, { person, fingerprint: this.seal.of(fingerprint), ...first });
  }

  /** Whether a command is the one that was carried out under its key: the same person asked for the same. */
  isRepeat({ person, fingerprint }: Asked, earlier: RecordedRequest): boolean {
    return earlier.person === person && earlier.fingerprint === this.seal.of(fingerprint);
  }
}
