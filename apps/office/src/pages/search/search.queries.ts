import { Injectable } from '@nestjs/common';
import { Access, type Action, type Actor } from '#identity';
import { DataSource } from 'typeorm';
import { may } from '../shell/navigation.js';
import type { NumberedKind } from './plain-text.js';
import { askedSql, searchSql } from './search-sql.js';

export type SearchGroup = keyof typeof searchSql;
export const searchGroups = Object.keys(searchSql) as readonly SearchGroup[];

/** What lets a person see a group at all, and how far. */
const readActions: Readonly<Record<SearchGroup, Action>> = {
  seizures: 'seizure.read',
  lots: 'lot.read',
  batches: 'batch.read',
  events: 'event.read',
  certificates: 'certificate.read',
  people: 'people.read',
};

/** Something that was found; `more` is a place, a category's code, an agency's code or a batch's number. */
export interface Hit {
  readonly subject: string;
  readonly reference: string;
  readonly about: string | null;
  readonly more: string | null;
  readonly state: string | null;
}
export interface Sought {
  /** As `plainText` gives it; never empty. */
  readonly text: string;
  /** Codes of categories whose name has the text. */
  readonly categories: readonly string[];
}

/** Finds what a person may see, by any number, name or word; nothing else takes part in the comparison. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: Access,
  ) {}

  /** The groups that this person's roles let read. */
  groupsOf(actor: Actor): SearchGroup[] {
    return searchGroups.filter((group) => may(actor, readActions[group]));
  }

  /** Hits of one group by reference; one more than `limit` where there are more. */
  async find(
    actor: Actor,
    group: SearchGroup,
    { text, categories }: Sought,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Hit[]> {
    return this.run(actor, group, [text, page.after ?? null, page.limit + 1, categories, false]);
  }

  /** The one thing of this number; undefined where there is none that the person may see. */
  async byNumber(actor: Actor, kind: NumberedKind, number: string): Promise<Hit | undefined> {
    if (!may(actor, readActions[kind])) return undefined;
    return (await this.run(actor, kind, [number, null, 1, [], true]))[0];
  }

  private async run(actor: Actor, group: SearchGroup, asked: readonly unknown[]): Promise<Hit[]> {
    const agencies = await this.access.agenciesOf(actor, readActions[group]);
    const [needle, ...rest] = asked;
    return this.dataSource.query(`${askedSql} ${searchSql[group]}`, [needle, agencies, ...rest]);
  }
}
