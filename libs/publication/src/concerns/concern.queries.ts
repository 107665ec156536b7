import { Injectable } from '@nestjs/common';
import { runsInstallation, type Actor } from '#identity';
import { DomainError, formatInstant, type Instant, type PersonId } from '#kernel';
import { DataSource } from 'typeorm';

/** A concern as the agency in charge reads it. */
export interface ConcernShown {
  readonly id: string;
  readonly reference: string;
  readonly received: Instant;
  readonly language: 'zh-CN' | 'en';
  readonly about: string;
  /** Code of the agency in charge; absent while the operator has to pass it on. */
  readonly agency?: string;
  /** Absent once erased. */
  readonly body?: string;
  readonly contact?: string;
  readonly handled?: { readonly at: Instant; readonly by: PersonId; readonly note?: string };
}

export interface ConcernSearch {
  readonly state?: 'open' | 'handled';
  readonly text?: string;
  /** Sort key of the last row of the page before: time of receipt and id. */
  readonly after?: readonly string[];
  readonly limit: number;
}

interface Row {
  id: string;
  reference: string;
  received: Date;
  language: 'zh-CN' | 'en';
  about: string;
  agency: string | null;
  body: string | null;
  contact: string | null;
  handled: Date | null;
  handled_by: PersonId | null;
  note: string | null;
}

/** Whose concerns an actor reads: $1 code of the own agency for coordinators, $2 those of nobody for the operator. */
export const readable = '(c.agency = $1 OR ($2 AND c.agency IS NULL))';

export function readerOf(actor: Actor): [agency: string | null, operator: boolean] {
  return [actor.roles.includes('coordinator') ? actor.agencyCode : null, runsInstallation(actor)];
}

/** Reads of concerns: by the agency in charge, or by the operator where none is. */
@Injectable()
export class ConcernQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first; one more than `limit` where there are more. */
  async search(actor: Actor, { state, text, after, limit }: ConcernSearch): Promise<ConcernShown[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT c.* FROM work.concerns c
       WHERE ${readable} AND ($3::boolean IS NULL OR (c.handled IS NULL) = $3)
         AND ($4::text IS NULL OR c.reference ILIKE $4 OR c.about ILIKE $4)
         AND ($5::timestamptz IS NULL OR (c.received, c.id) < ($5, $6::uuid))
       ORDER BY c.received DESC, c.id DESC LIMIT $7`,
      [
        ...readerOf(actor),
        state === undefined ? null : state === 'open',
        text === undefined ? null : `%${text.replace(/[%_\\]/g, '\\$&')}%`,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return rows.map(shown);
  }

  /** Throws `missing` `concern.unknown` for what the actor does not read. */
  async one(actor: Actor, id: string): Promise<ConcernShown> {
    const [row]: Row[] = await this.dataSource.query(
      `SELECT c.* FROM work.concerns c WHERE ${readable} AND c.id = $3`,
      [...readerOf(actor), id],
    );
    if (!row) throw new DomainError('missing', 'concern.unknown');
    return shown(row);
  }
}

function shown(row: Row): ConcernShown {
  return {
    ...{ id: row.id, reference: row.reference, language: row.language, about: row.about },
    received: formatInstant(row.received.getTime()),
    ...(row.agency !== null && { agency: row.agency }),
    ...(row.body !== null && { body: row.body }),
    ...(row.contact !== null && { contact: row.contact }),
    ...(row.handled &&
      row.handled_by && {
        handled: {
          at: formatInstant(row.handled.getTime()),
          by: row.handled_by,
          ...(row.note !== null && { note: row.note }),
        },
      }),
  };
}
