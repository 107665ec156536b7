import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { builtInCatalogue } from './built-in-catalogue.js';
import { prcRulePack } from './built-in-rule-pack.js';
import { CatalogueQueries } from './catalogue.queries.js';
import type { Catalogue } from './domain/catalogue.js';
import {
  catalogueWith,
  decideOverride,
  type OverrideKind,
  type OverrideRequest,
} from './domain/decide-override.js';
import type { RulePack } from './domain/rule-pack.js';

/** The catalogue in force: the built-in one with the rows of this installation, kept in memory. */
@Injectable()
export class CatalogueService implements OnApplicationBootstrap {
  private catalogue = builtInCatalogue;
  private version = 0;

  constructor(
    private readonly queries: CatalogueQueries,
    private readonly ledger: Ledger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.load();
  }

  /** The catalogue as this process last saw it; commands that rest on it take {@link at}. */
  current(): Catalogue {
    return this.catalogue;
  }

  /** The catalogue in force within a unit of work: read again where another process changed it. */
  async at(tx: Tx): Promise<Catalogue> {
    if ((await this.queries.version(tx)) !== this.version) await this.load(tx);
    return this.catalogue;
  }

  /** The catalogue in force now, for reads outside of a command. */
  async fresh(): Promise<Catalogue> {
    if ((await this.queries.version()) !== this.version) await this.load();
    return this.catalogue;
  }

  /** The rules and figures of the installation. */
  rulePack(): RulePack {
    return prcRulePack;
  }

  /** Adds or replaces a row, or switches one off or on; throws the codes of `decideOverride`. */
  async override(
    command: Command,
    request: OverrideRequest,
  ): Promise<Outcome<{ kind: OverrideKind; code: string; catalogue: string }>> {
    const outcome = await this.ledger.perform(command, async (tx) => {
      const rows = await this.queries.rows(tx);
      const draft = decideOverride(builtInCatalogue, rows, request);
      const { kind, code, row } = draft.data;
      const others = rows.filter((one) => one.kind !== kind || one.code !== code);
      const after = catalogueWith(builtInCatalogue, [...others, { kind, code, row: row as never }]);
      return { entries: [draft], result: { kind, code, catalogue: after.hash } };
    });
    await this.load();
    return outcome;
  }

  // The version first: a change between the two reads is then noticed by the next one who asks.
  private async load(tx?: Tx): Promise<void> {
    const version = await this.queries.version(tx);
    this.catalogue = catalogueWith(builtInCatalogue, await this.queries.rows(tx));
    this.version = version;
  }
}
