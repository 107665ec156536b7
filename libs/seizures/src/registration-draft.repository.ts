import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type PersonId, type SeizureId } from '#kernel';
import type { Tx } from '#platform';

/** The fields of a form by their names, as they were typed. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;
/** The cells of an imported file, row by row. */
export type DraftSheet = readonly (readonly string[])[];

/** A registration that an officer still works on. */
export interface RegistrationDraft {
  /** The id that the seizure will have. */
  readonly id: SeizureId;
  readonly person: PersonId;
  readonly fields: DraftFields;
  readonly version: number;
  readonly sheet?: DraftSheet;
  readonly saved: Instant;
}

/** A draft as a list shows it. */
export interface DraftListed {
  readonly id: SeizureId;
  readonly caseNumber: string;
  readonly lines: number;
  readonly saved: Instant;
  readonly expires: Instant;
}

/** What is written of a draft. */
export interface DraftKept {
  readonly id: SeizureId;
  readonly person: PersonId;
  readonly fields: DraftFields;
  readonly lines: number;
  readonly version: number;
  readonly savedMs: number;
  readonly expiresMs: number;
}

/** Work in progress; no entries of the ledger. */
@Injectable()
export class RegistrationDraftRepository {
  /** Locks the draft where there is one that has not expired; whoever owns it. */
  async lock(tx: Tx, id: SeizureId, nowMs: number): Promise<RegistrationDraft | undefined> {
    const [row] = await tx.query(
      `SELECT id, person, fields, version, sheet, saved FROM work.registration_drafts
       WHERE id = $1 AND expires > $2 FOR UPDATE`,
      [id, formatInstant(nowMs)],
    );
    if (!row) return undefined;
    const { sheet, saved, ...draft } = row as Omit<RegistrationDraft, 'sheet' | 'saved'> & {
      sheet: DraftSheet | null;
      saved: Date;
    };
    return { ...draft, saved: formatInstant(saved.getTime()), ...(sheet !== null && { sheet }) };
  }

  async put(tx: Tx, draft: DraftKept): Promise<void> {
    await tx.query(
      `INSERT INTO work.registration_drafts (id, person, fields, lines, version, saved, expires)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET fields = $3, lines = $4, version = $5, saved = $6, expires = $7`,
      [
        draft.id,
        draft.person,
        JSON.stringify(draft.fields),
        draft.lines,
        draft.version,
        formatInstant(draft.savedMs),
        formatInstant(draft.expiresMs),
      ],
    );
  }

  async putSheet(tx: Tx, id: SeizureId, sheet: DraftSheet | undefined): Promise<void> {
    await tx.query('UPDATE work.registration_drafts SET sheet = $2 WHERE id = $1', [
      id,
      sheet === undefined ? null : JSON.stringify(sheet),
    ]);
  }

  /** The drafts of one person, the newest first. */
  async of(tx: Tx, person: PersonId, nowMs: number): Promise<DraftListed[]> {
    const rows: (Omit<DraftListed, 'saved' | 'expires'> & { saved: Date; expires: Date })[] = await tx.query(
      `SELECT id, coalesce(fields ->> 'caseNumber', '') AS "caseNumber", lines, saved, expires
       FROM work.registration_drafts WHERE person = $1 AND expires > $2 ORDER BY saved DESC, id`,
      [person, formatInstant(nowMs)],
    );
    return rows.map((row) => ({
      ...row,
      saved: formatInstant(row.saved.getTime()),
      expires: formatInstant(row.expires.getTime()),
    }));
  }

  /** Removes one person's draft; anybody else's stays. */
  async drop(tx: Tx, id: SeizureId, person: PersonId): Promise<void> {
    await tx.query('DELETE FROM work.registration_drafts WHERE id = $1 AND person = $2', [id, person]);
  }

  async dropExpired(tx: Tx, nowMs: number): Promise<void> {
    await tx.query('DELETE FROM work.registration_drafts WHERE expires <= $1', [formatInstant(nowMs)]);
  }
}
