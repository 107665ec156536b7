import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type AgencyId,
  type EntryId,
  type Instant,
  type PersonId,
  type SeizureId,
} from '#kernel';
import { formatInstant, type LotId, type Sha256 } from '#kernel';
import type { Tx } from '#platform';

/** Which seizures a list shows; absent criteria do not restrict. */
export interface SeizureSearch {
  /** Agencies whose seizures the asker sees. */
  readonly agencies: readonly AgencyId[];
  /** Part of a reference, case number, place, or of a lot's code, description, brand or variety. */
  readonly q?: string;
  readonly caseNumber?: string;
  readonly category?: string;
  /** The seizure happened at or after, and before these moments. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** `recorded` and id of the last row of the page before. */
  readonly after?: readonly [recorded: Instant, id: SeizureId];
  readonly limit: number;
}

export interface SeizureRow {
  readonly id: SeizureId;
  readonly reference: string;
  readonly caseNumber: string;
  readonly measure: string;
  readonly place: string;
  readonly agency: AgencyId;
  readonly happened: Instant;
  readonly recorded: Instant;
  readonly lots: number;
  readonly confirmed: boolean;
}

/** A seizure as its agency sees it; party and on-site witness are commitments to personal data. */
export interface SeizureFacts extends Omit<SeizureRow, 'lots'> {
  readonly legalBasis: string;
  readonly party?: Sha256;
  readonly partyPresence?: string;
  readonly refusalReason?: string;
  readonly onSiteWitness?: Sha256;
  readonly officers: readonly PersonId[];
  readonly registrar: PersonId;
  readonly registered: EntryId;
  readonly confirmation?: { readonly entry: EntryId; readonly person: PersonId; readonly recorded: Instant };
}

type Times = { happened: Date; recorded: Date };

/** Reads of seizures. */
@Injectable()
export class SeizureQueries {
  /** One page of seizures, newest first. */
  async search(tx: Tx, search: SeizureSearch): Promise<SeizureRow[]> {
    const rows: (Omit<SeizureRow, keyof Times> & Times)[] = await tx.query(searchSql, [
      search.agencies,
      search.q ?? null,
      search.caseNumber ?? null,
      search.category ?? null,
      search.from ?? null,
      search.to ?? null,
      search.after?.[0] ?? null,
      search.after?.[1] ?? null,
      search.limit,
    ]);
    return rows.map(({ happened, recorded, ...row }) => ({ ...row, ...times({ happened, recorded }) }));
  }

  /** One seizure; throws `missing` `seizure.unknown`. */
  async one(tx: Tx, id: SeizureId): Promise<SeizureFacts> {
    const [row] = await tx.query(oneSql, [id]);
    if (!row) throw new DomainError('missing', 'seizure.unknown');
    const { happened, recorded, confirmation_entry, confirmation_person, confirmation_recorded, ...facts } =
      row as Omit<SeizureFacts, keyof Times> &
        Times & {
          confirmation_entry: EntryId | null;
          confirmation_person: PersonId | null;
          confirmation_recorded: Date | null;
        };
    const known = Object.entries(facts).filter(([, value]) => value !== null);
    return {
      ...(Object.fromEntries(known) as typeof facts),
      ...times({ happened, recorded }),
      ...(confirmation_entry && {
        confirmation: {
          entry: confirmation_entry,
          person: confirmation_person!,
          recorded: formatInstant(confirmation_recorded!.getTime()),
        },
      }),
    };
  }

  /** The seizure of a lot; throws `missing` `lot.unknown`. */
  async ofLot(tx: Tx, lot: LotId): Promise<SeizureFacts> {
    const [row] = await tx.query('SELECT seizure FROM state.lots WHERE id = $1', [lot]);
    if (!row) throw new DomainError('missing', 'lot.unknown', { lot });
    return this.one(tx, (row as { seizure: SeizureId }).seizure);
  }
}

function times({ happened, recorded }: Times): { happened: Instant; recorded: Instant } {
  return { happened: formatInstant(happened.getTime()), recorded: formatInstant(recorded.getTime()) };
}

const columns = `s.id, s.reference, s.case_number AS "caseNumber", s.measure, s.place, s.agency, s.happened, s.recorded,
  s.confirmed IS NOT NULL AS confirmed`;

const searchSql = `
  SELECT ${columns}, (SELECT count(*)::integer FROM state.lots l WHERE l.seizure = s.id) AS lots
  FROM state.seizures s
  WHERE s.agency = ANY($1)
    AND ($2::text IS NULL OR strpos(lower(concat_ws(chr(31), s.reference, s.case_number, s.place)), lower($2)) > 0
      OR EXISTS (SELECT 1 FROM state.lots l WHERE l.seizure = s.id AND strpos(lower(concat_ws(chr(31), l.code,
           l.description, l.record ->> 'brand', l.record ->> 'variety')), lower($2)) > 0))
    AND ($3::text IS NULL OR s.case_number = $3)
    AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM state.lots l WHERE l.seizure = s.id AND l.category = $4))
    AND ($5::timestamptz IS NULL OR s.happened >= $5) AND ($6::timestamptz IS NULL OR s.happened < $6)
    AND ($7::timestamptz IS NULL OR (s.recorded, s.id) < ($7::timestamptz, $8::uuid))
  ORDER BY s.recorded DESC, s.id DESC LIMIT $9`;

const oneSql = `
  SELECT ${columns}, s.legal_basis AS "legalBasis", s.party, s.party_presence AS "partyPresence",
    s.refusal_reason AS "refusalReason", s.on_site_witness AS "onSiteWitness", s.officers, s.registrar, s.registered,
    s.confirmed AS confirmation_entry, s.confirmed_by AS confirmation_person, s.confirmed_at AS confirmation_recorded
  FROM state.seizures s WHERE s.id = $1`;
