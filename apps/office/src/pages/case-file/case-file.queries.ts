import { Injectable } from '@nestjs/common';
import { PhotoQueries, type PhotoShown } from '#evidence';
import { Access, type Actor } from '#identity';
import type { AgencyId, EntryId, LotId, PersonId, SeizureId } from '#kernel';
import { UnitOfWork } from '#platform';

/** What a lot has on one account, in its base unit; and where it is kept. */
export interface LotBalance {
  readonly lot: LotId;
  readonly account: string;
  readonly amount: string;
  readonly unit: string;
  readonly location: string | null;
}
export interface HandOver {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly giver: PersonId;
  readonly receiver: PersonId;
  readonly location: string | null;
  readonly at: Date;
  readonly lots: number;
  readonly entry: EntryId;
  readonly ended: EntryId | null;
}
/** A batch, event or certificate that goods of the case were or are in. */
export interface Disposal {
  readonly kind: 'batches' | 'events' | 'certificates';
  readonly id: string;
  readonly reference: string;
  readonly about: string;
  readonly state: string;
  readonly at: Date;
  readonly lots: number;
  readonly entry: EntryId;
}
export interface CasePaper {
  readonly sha256: string;
  readonly kind: string;
  readonly person: PersonId;
  readonly at: Date;
  readonly entry: EntryId;
}

/** What stands beside the records of a case; of what other agencies share, only what the reader may see. */
@Injectable()
export class CaseFileQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly images: PhotoQueries,
    private readonly access: Access,
  ) {}

  /** Accounts that hold something, in the order of lots; the source `seized` is the total and is left out. */
  balances(lots: readonly LotId[]): Promise<LotBalance[]> {
    return this.rows(
      `SELECT b.lot, b.account, trim_scale(b.amount)::text AS amount, g.unit, c.location
       FROM state.balances b JOIN state.goods g ON g.lot = b.lot LEFT JOIN state.custody c ON c.lot = b.lot
       WHERE b.lot = ANY($1) AND b.account <> 'seized' AND b.amount <> 0 ORDER BY b.lot, b.account`,
      [lots],
    );
  }

  /** The oldest first. */
  async handOvers(actor: Actor, lots: readonly LotId[]): Promise<HandOver[]> {
    return this.rows(handOverSql, [lots, await this.access.agenciesOf(actor, 'transfer.read')]);
  }

  /** Batches, then events, then certificates, each the oldest first. */
  async disposals(actor: Actor, lots: readonly LotId[]): Promise<Disposal[]> {
    const agencies: AgencyId[][] = [];
    for (const action of ['batch.read', 'event.read', 'certificate.read'] as const) {
      agencies.push(await this.access.agenciesOf(actor, action));
    }
    return this.rows(disposalSql, [lots, ...agencies]);
  }

  /** Papers about any of these, the oldest first. */
  papers(about: readonly string[]): Promise<CasePaper[]> {
    return this.rows(
      `SELECT sha256, kind, person, recorded AS at, entry FROM state.documents WHERE about_id = ANY($1)
       ORDER BY recorded, id`,
      [about],
    );
  }

  /** Photos of the seizure and of each lot, in the order of receipt. */
  photos(seizure: SeizureId, lots: readonly LotId[], viewer: AgencyId): Promise<PhotoShown[]> {
    return this.unitOfWork.run((tx) => this.images.shown(tx, { seizure, lots }, viewer));
  }

  private rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.unitOfWork.run((tx) => tx.query(sql, parameters) as Promise<T[]>);
  }
}

const seen = (kind: string, subject: string, agencies: string) =>
  `EXISTS (SELECT 1 FROM state.visibility v WHERE v.kind = '${kind}' AND v.subject = ${subject}
     AND v.agency = ANY(${agencies}))`;

const handOverSql = `
  SELECT t.id, 'YJ-' || upper(right(t.id::text, 8)) AS code, t.state, t.giver, t.receiver, t.location,
    t.offered_at AS at, count(*)::integer AS lots, t.offered AS entry, coalesce(t.ended, t.accepted) AS ended
  FROM state.transfers t JOIN state.transfer_lines l ON l.transfer = t.id
  WHERE l.lot = ANY($1) AND ${seen('transfer', 't.id::text', '$2')}
  GROUP BY t.id ORDER BY t.offered_at, t.id`;

const disposalSql = `
  SELECT 'batches' AS kind, b.id::text, b.reference, max(l.list ->> 'title') AS about, b.status AS state,
    max(l.submitted) AS at, count(DISTINCT x.lot)::integer AS lots, b.submission AS entry, 1 AS part
  FROM state.batches b JOIN state.batch_lists l ON l.batch = b.id
    JOIN state.batch_lines x ON x.submission = l.submission
  WHERE x.lot = ANY($1) AND ${seen('batch', 'b.id::text', '$2')} GROUP BY b.id
  UNION ALL
  SELECT 'events', e.id::text, e.reference, e.site, e.status, e.starts_at, count(*)::integer, e.latest, 2
  FROM state.events e JOIN state.event_lines x ON x.event = e.id
  WHERE x.lot = ANY($1) AND NOT x.excluded AND ${seen('event', 'e.id::text', '$3')} GROUP BY e.id
  UNION ALL
  SELECT 'certificates', c.number, c.number, '', c.state, c.issued_at, count(*)::integer,
    coalesce(c.issued, c.numbered), 3
  FROM state.certificates c JOIN state.batch_lines x ON x.submission = c.submission
  WHERE x.lot = ANY($1) AND x.status IN ('allocated', 'staged') AND ${seen('certificate', 'c.number', '$4')}
  GROUP BY c.number
  ORDER BY part, at, reference`;
