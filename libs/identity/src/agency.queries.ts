import { Injectable } from '@nestjs/common';
import type { Names } from '#entries';
import type { AgencyId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';

export interface AgencyFacts {
  readonly id: AgencyId;
  readonly code: string;
  readonly names: Names;
  /** tobacco, market-regulation, public-security … (the lead functions of the catalogue). */
  readonly functions: readonly string[];
}

const columns = `id, code, json_build_object('zh', name_zh, 'en', name_en) AS names, functions`;

/** Reads of agencies; with `tx` inside of a command, without it on a connection of its own. */
@Injectable()
export class AgencyQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All agencies in the order of their codes; the installation itself is none of them. */
  all(tx?: Tx): Promise<AgencyFacts[]> {
    return this.rows(tx, `SELECT ${columns} FROM state.agencies WHERE code <> 'sys' ORDER BY code`, []);
  }

  /** The agencies with these ids, in the order of their codes; unknown ids are left out. */
  byId(tx: Tx | undefined, ids: readonly AgencyId[]): Promise<AgencyFacts[]> {
    return this.rows(tx, `SELECT ${columns} FROM state.agencies WHERE id = ANY($1) ORDER BY code`, [ids]);
  }

  /** The agencies with these codes, in the order of the codes; unknown codes are left out. */
  byCode(tx: Tx | undefined, codes: readonly string[]): Promise<AgencyFacts[]> {
    return this.rows(tx, `SELECT ${columns} FROM state.agencies WHERE code = ANY($1) ORDER BY code`, [codes]);
  }

  private rows(tx: Tx | undefined, sql: string, parameters: unknown[]): Promise<AgencyFacts[]> {
    return (tx ?? this.dataSource).query(sql, parameters);
  }
}
