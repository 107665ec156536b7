import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService, clockOf, type Period } from '#catalogue';
import type { Names } from '#entries';
import { Access, AgencyQueries, type Actor } from '#identity';
import { formatInstant, type AgencyId, type Clock, type Instant } from '#kernel';
import { CLOCK } from '#ledger';
import { DataSource } from 'typeorm';
import { askedSql, exceptionSql } from './exception-sql.js';

export type Risk = 'high' | 'medium' | 'low';

const named = 'x (kind, place, subject, reference, about, since, entry)';

/** How bad each kind is, the worst first. */
const risks: Readonly<Record<string, Risk>> = {
  'evidence-damaged': 'high',
  shortage: 'high',
  'certificate-stuck': 'high',
  'registration-overdue': 'medium',
  'seizure-overdue': 'medium',
  'hand-over-overdue': 'medium',
  'destruction-overdue': 'medium',
  'count-difference': 'medium',
  'seals-broken': 'medium',
  weighing: 'medium',
  late: 'medium',
  revoked: 'medium',
  'count-refused': 'low',
  'lone-admin': 'low',
  hold: 'low',
  excluded: 'low',
  'original-read': 'low',
};
export const exceptionKinds = Object.keys(risks);
export const riskOf = (kind: string): Risk => risks[kind] ?? 'low';

export interface Exception {
  readonly kind: string;
  readonly place: string;
  readonly subject: string;
  readonly reference: string;
  readonly about: string | null;
  readonly since: Instant | null;
  readonly seq: number | null;
}
export interface ExceptionCount {
  readonly kind: string;
  readonly count: number;
  readonly since: Instant | null;
  /** Number of the first entry. */
  readonly seq: number | null;
}
export interface UnitBalance {
  readonly unit: string;
  readonly account: string;
  readonly amount: string;
}

/** What stands out in the agencies that an auditor looks at. */
@Injectable()
export class ExceptionQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly access: Access,
    private readonly offices: AgencyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The agencies of this auditor's engagements. */
  agencies(actor: Actor): Promise<AgencyId[]> {
    return this.access.agenciesOf(actor, 'audit.read');
  }

  /** The same to choose from, by code. */
  async agencyChoices(actor: Actor, name: (names: Names) => string) {
    const found = await this.offices.byId(undefined, await this.agencies(actor));
    return found.map(({ code, names }) => ({ value: code, text: name(names) }));
  }

  /** How many of each kind there are, kinds without any left out; the worst first. */
  async counts(actor: Actor): Promise<ExceptionCount[]> {
    const all = exceptionKinds.map((kind) => `(${exceptionSql[kind]!})`).join('\nUNION ALL\n');
    const rows: { kind: string; count: number; since: Date | null; seq: string | null }[] =
      await this.dataSource.query(
        `${askedSql} SELECT x.kind, count(*)::integer AS count, min(x.since) AS since, min(s.seq) AS seq
         FROM (${all}) ${named} LEFT JOIN ledger.sequence s ON s.entry = x.entry GROUP BY x.kind`,
        await this.asked(actor),
      );
    const order = (kind: string) => exceptionKinds.indexOf(kind);
    return rows
      .sort((a, b) => order(a.kind) - order(b.kind))
      .map(({ kind, count, since, seq }) => ({ kind, count, since: moment(since), seq: number(seq) }));
  }

  /** Exceptions of some kinds, the oldest first; one more than `limit` where there are more. */
  async list(
    actor: Actor,
    { kinds, limit, offset }: { kinds: readonly string[]; limit: number; offset: number },
  ): Promise<Exception[]> {
    if (kinds.length === 0) return [];
    const all = kinds.map((kind) => `(${exceptionSql[kind]!})`).join('\nUNION ALL\n');
    const rows: (Omit<Exception, 'since' | 'seq'> & { since: Date | null; seq: string | null })[] =
      await this.dataSource.query(
        `${askedSql} SELECT x.kind, x.place, x.subject, x.reference, x.about, x.since, s.seq
         FROM (${all}) ${named} LEFT JOIN ledger.sequence s ON s.entry = x.entry
         ORDER BY x.since NULLS LAST, x.kind, x.reference, x.subject LIMIT $7 OFFSET $8`,
        [...(await this.asked(actor)), limit + 1, offset],
      );
    return rows.map(({ since, seq, ...row }) => ({ ...row, since: moment(since), seq: number(seq) }));
  }

  /** Amounts on every account by base unit: unlike units are never added. */
  async balances(actor: Actor): Promise<UnitBalance[]> {
    return this.dataSource.query(
      `SELECT g.unit, b.account, trim_scale(sum(b.amount))::text AS amount
       FROM state.balances b JOIN state.goods g ON g.lot = b.lot
       WHERE EXISTS (SELECT 1 FROM state.visibility v WHERE v.kind = 'lot' AND v.subject = b.lot::text
         AND v.agency = ANY($1))
       GROUP BY g.unit, b.account ORDER BY g.unit, b.account`,
      [await this.agencies(actor)],
    );
  }

  private async asked(actor: Actor): Promise<unknown[]> {
    const pack = this.catalogue.rulePack();
    const limit = (code: string) => intervalOf(clockOf(pack, code)!.within);
    return [
      await this.agencies(actor),
      formatInstant(this.clock.now()),
      limit('custody-hand-over'),
      limit('advance-registration-decision'),
      limit('seizure-end'),
      limit('destruction'),
    ];
  }
}

/** A legal time limit as PostgreSQL reads it. */
function intervalOf({ count, unit }: Period): string {
  return `${String(count)} ${unit === 'working-day' ? 'day' : unit}`;
}

function moment(at: Date | null): Instant | null {
  return at && formatInstant(at.getTime());
}

function number(seq: string | null): number | null {
  return seq === null ? null : Number(seq);
}
