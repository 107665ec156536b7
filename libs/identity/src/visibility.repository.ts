import { Injectable } from '@nestjs/common';
import type { AgencyId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { Relation, Sighting, SubjectOfAccess } from './domain/reach.js';

export interface Grant {
  readonly kind: SubjectOfAccess;
  readonly subject: string;
  readonly agency: AgencyId;
  readonly relation: Relation;
}

/** Who sees subjects of a kind that have no entries yet (drafts). */
export type SightingSource = (subjects: readonly string[]) => Promise<(Sighting & { subject: string })[]>;

/** Which agencies see which subjects. The projectors of the other libs write it, the guard reads it. */
@Injectable()
export class Visibility {
  private readonly sources = new Map<SubjectOfAccess, SightingSource>();

  constructor(private readonly dataSource: DataSource) {}

  /** Registers the lib that knows who sees subjects of a kind before their first entry. */
  addSource(kind: SubjectOfAccess, source: SightingSource): void {
    this.sources.set(kind, source);
  }

  /** Lets an agency see a subject; may be repeated. */
  async grant(tx: Tx, { kind, subject, agency, relation }: Grant): Promise<void> {
    await tx.query(
      'INSERT INTO state.visibility (kind, subject, agency, relation) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [kind, subject, agency, relation],
    );
  }

  /** Takes a grant back; nothing happens where there is none. */
  async revoke(tx: Tx, { kind, subject, agency, relation }: Grant): Promise<void> {
    await tx.query(
      'DELETE FROM state.visibility WHERE kind = $1 AND subject = $2 AND agency = $3 AND relation = $4',
      [kind, subject, agency, relation],
    );
  }

  /** Who sees these subjects; nothing for ids that do not exist. */
  async sightings(
    kind: SubjectOfAccess,
    subjects: readonly string[],
  ): Promise<(Sighting & { subject: string })[]> {
    // NUL can't be sent to PostgreSQL; no subject's id has one.
    const wanted = subjects.filter((subject) => !subject.includes('\0'));
    const granted: (Sighting & { subject: string })[] = await this.dataSource.query(
      'SELECT subject, agency, relation FROM state.visibility WHERE kind = $1 AND subject = ANY($2)',
      [kind, wanted],
    );
    return [...granted, ...((await this.sources.get(kind)?.(wanted)) ?? [])];
  }
}
