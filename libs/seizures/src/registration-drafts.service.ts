import { Inject, Injectable } from '@nestjs/common';
import { DomainError, formatInstant, type Clock, type Instant, type PersonId, type SeizureId } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import {
  RegistrationDraftRepository,
  type DraftFields,
  type DraftListed,
  type DraftSheet,
  type RegistrationDraft,
} from './registration-draft.repository.js';
import { RegistrationSupport } from './registration-support.js';

const dayMs = 24 * 3_600_000;
/** A draft may name a party: it is not kept longer than it takes to finish it. */
const keptMs = 30 * dayMs;
/** As many as one person may have at once. */
const most = 50;

/** What a person saves of a form. */
export interface DraftToSave {
  readonly id: SeizureId;
  /** `draftWindow` among them names the window that saves. */
  readonly fields: DraftFields;
  /** Lines that carry something. */
  readonly lines: number;
  /** The version that this one goes on from; 0 for a new draft. */
  readonly version: number;
}

/** Registrations in progress, each seen by the officer who types it and nobody else. */
@Injectable()
export class RegistrationDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: RegistrationDraftRepository,
    private readonly support: RegistrationSupport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was typed. Throws `missing` `draft.unknown` for somebody else's, `conflict` `draft.changed-elsewhere`
   * where another window saved meanwhile (facts `version`, `saved`), `seizure.already-registered`, `draft.too-many`.
   */
  save(person: PersonId, draft: DraftToSave): Promise<{ version: number; saved: Instant }> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      await this.drafts.dropExpired(tx, now);
      const { seizure } = await this.support.known(tx, draft.id, []);
      if (seizure) throw new DomainError('conflict', 'seizure.already-registered');
      const known = await this.drafts.lock(tx, draft.id, now);
      if (known) refuseOtherVersion(known, person, draft);
      else await this.refuseTooMany(tx, person, now);
      const version = (known?.version ?? 0) + 1;
      await this.drafts.put(tx, { ...draft, person, version, savedMs: now, expiresMs: now + keptMs });
      return { version, saved: formatInstant(now) };
    });
  }

  /** Throws `missing` `draft.unknown`. */
  one(person: PersonId, id: SeizureId): Promise<RegistrationDraft> {
    return this.unitOfWork.run((tx) => this.own(tx, person, id));
  }

  /** The drafts of one person, the newest first. */
  of(person: PersonId): Promise<DraftListed[]> {
    return this.unitOfWork.run((tx) => this.drafts.of(tx, person, this.clock.now()));
  }

  async drop(person: PersonId, id: SeizureId): Promise<void> {
    await this.unitOfWork.run((tx) => this.drafts.drop(tx, id, person));
  }

  /** Lays the cells of an imported file beside the draft; throws `missing` `draft.unknown`. */
  async laySheet(person: PersonId, id: SeizureId, sheet: DraftSheet): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.own(tx, person, id);
      await this.drafts.putSheet(tx, id, sheet);
    });
  }

  /**
   * Takes the sheet away and saves what `merge` makes of it, both or neither; undefined where the sheet was taken
   * before (a form that is sent twice adds its lines once). Throws `missing` `draft.unknown` and what `merge` throws.
   */
  takeSheet(
    person: PersonId,
    id: SeizureId,
    merge: (draft: RegistrationDraft, sheet: DraftSheet) => { fields: DraftFields; lines: number },
  ): Promise<number | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.own(tx, person, id);
      if (draft.sheet === undefined) return undefined;
      const now = this.clock.now();
      const merged = merge(draft, draft.sheet);
      const version = draft.version + 1;
      await this.drafts.put(tx, { id, person, ...merged, version, savedMs: now, expiresMs: now + keptMs });
      await this.drafts.putSheet(tx, id, undefined);
      return version;
    });
  }

  private async own(tx: Tx, person: PersonId, id: SeizureId): Promise<RegistrationDraft> {
    const draft = await this.drafts.lock(tx, id, this.clock.now());
    if (draft === undefined || draft.person !== person) throw new DomainError('missing', 'draft.unknown');
    return draft;
  }

  private async refuseTooMany(tx: Tx, person: PersonId, now: number): Promise<void> {
    if ((await this.drafts.of(tx, person, now)).length < most) return;
    throw new DomainError('conflict', 'draft.too-many', { most: String(most) });
  }
}

/** The window that a form was opened in; its own saves may overtake each other on the way. */
const windowField = 'draftWindow';

function refuseOtherVersion(known: RegistrationDraft, person: PersonId, draft: DraftToSave): void {
  if (known.person !== person) throw new DomainError('missing', 'draft.unknown');
  const sameWindow =
    known.fields[windowField] !== undefined && known.fields[windowField] === draft.fields[windowField];
  if (sameWindow || known.version === draft.version) return;
  const facts = { version: String(known.version), saved: known.saved };
  throw new DomainError('conflict', 'draft.changed-elsewhere', facts);
}
