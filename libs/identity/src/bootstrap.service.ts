import { Inject, Injectable } from '@nestjs/common';
import type { EntryDraft } from '#entries';
import {
  derivedId,
  formatInstant,
  sha256Hex,
  type AgencyId,
  type Clock,
  type EntryId,
  type PersonId,
} from '#kernel';
import { CLOCK, Ledger, type Command } from '#ledger';
import type { Tx } from '#platform';
import { demoAgencies, demoPeople, type DemoAgency } from './demo-people.js';
import { checkPassword, plainUsername } from './domain/account.js';
import {
  firstEntries,
  firstGrant,
  personAdded,
  system,
  type InstallationFacts,
} from './domain/first-entries.js';
import { installationFunction } from './domain/installation.js';
import { fullCost, PasswordHasher, type PasswordCost } from './password-hasher.js';
import { PeopleRepository } from './people.repository.js';
import { SessionsRepository } from './sessions.repository.js';

export interface FirstAdministrator {
  readonly agency: { readonly code: string; readonly names: { readonly zh: string; readonly en: string } };
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** What a new installation needs before anybody can sign in. Every step may be repeated: ids are derived. */
@Injectable()
export class Bootstrap {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Records entry 0 once, whatever catalogue or rule pack later starts bring. */
  async ensureInstallation(facts: InstallationFacts): Promise<void> {
    await this.once('installation', () => Promise.resolve(firstEntries(facts)));
  }

  /**
   * Adds agencies and people of the demonstration, all with one password; a changed password takes effect at the
   * next call. Never call it in production.
   */
  async seedDemoPeople(password: string, cost: PasswordCost = fullCost): Promise<void> {
    checkPassword(password, '');
    // One hash for all: everybody is told this password anyway, and 23 hashes would slow down the first start.
    const passwordHash = await this.hasher.hash(password, cost);
    const done = await this.once('demo people', async (tx) => {
      for (const { username, name } of demoPeople) {
        const account = { person: demoPerson(username), username, name, passwordHash, demo: true };
        await this.people.insertAccount(tx, account);
      }
      return demoEntries(this.clock.now());
    });
    if (done === 'before') await this.renewDemoPassword(password, passwordHash);
  }

  /** Adds the first agency with one administrator, who adds everybody else; tells whether that was done before. */
  async seedEmpty({ agency, ...first }: FirstAdministrator): Promise<'now' | 'before'> {
    const username = plainUsername(first.username);
    checkPassword(first.password, username);
    const passwordHash = await this.hasher.hash(first.password);
    const id = derivedId<AgencyId>('agency', agency.code);
    const person = derivedId<PersonId>('first administrator', username);
    return this.once('first administrator', async (tx) => {
      await this.people.insertAccount(tx, { person, username, name: first.name, passwordHash, demo: false });
      const added = agencyAdded(id, { ...agency, functions: [installationFunction] });
      return [added, personAdded(person, id), firstGrant(person, 'admin')];
    });
  }

  private async renewDemoPassword(password: string, passwordHash: string): Promise<void> {
    const { username } = demoPeople[0]!;
    const account = await this.sessions.account({ username });
    if (await this.hasher.verify(account?.passwordHash, password)) return;
    await this.sessions.setDemoPassword(passwordHash);
  }

  /** Records the entries under a key of this step's own; tells whether it was done before. */
  private async once(
    step: string,
    decide: (tx: Tx) => Promise<[EntryDraft, ...EntryDraft[]]>,
  ): Promise<'now' | 'before'> {
    const command: Command = {
      key: derivedId<EntryId>('bootstrap', step),
      fingerprint: sha256Hex(`bootstrap ${step}`),
      ...system,
    };
    const { repeated } = await this.ledger.perform(command, async (tx) => ({
      entries: await decide(tx),
      result: {},
    }));
    return repeated ? 'before' : 'now';
  }
}

function demoPerson(username: string): PersonId {
  return derivedId<PersonId>('demo person', username);
}

function demoEntries(nowMs: number): [EntryDraft, ...EntryDraft[]] {
  const agencyOf = (code: string) => derivedId<AgencyId>('agency', code);
  const [first, ...others] = demoAgencies.map((agency) => agencyAdded(agencyOf(agency.code), agency));
  const people = demoPeople.flatMap(({ username, agency, role }) => [
    personAdded(demoPerson(username), agencyOf(agency)),
    firstGrant(demoPerson(username), role),
  ]);
  return [first!, ...others, ...people, ...engagements(nowMs)];
}

/** The demonstration's auditors look at everything, for as long as anybody may want to try it. */
function engagements(nowMs: number): EntryDraft[] {
  const until = formatInstant(nowMs + 10 * 365 * 24 * 60 * 60_000);
  return demoPeople
    .filter(({ role }) => role === 'auditor')
    .map(({ username }) => ({
      type: 'engagement.granted',
      subject: { kind: 'person', id: demoPerson(username) },
      data: { person: demoPerson(username), agencies: [], until, installation: true },
    }));
}

function agencyAdded(agency: AgencyId, { code, names, functions }: DemoAgency): EntryDraft {
  return {
    type: 'agency.added',
    subject: { kind: 'agency', id: agency },
    data: { agency, code, names, functions },
  };
}
