import type { Addresses, DatabaseUrls, SeedSettings } from '../launch/settings.js';
import { demonstration } from './demonstration.step.js';
import { firstPeople } from './first-people.step.js';

/** What the seed has to tell the person who started the system: accounts, a certificate to verify. */
export type SeedReport = { readonly lines: readonly string[] };

/** Fills the database before any application runs. Finds out itself whether it was done before. */
export type DatabaseStep = (settings: SeedSettings, urls: DatabaseUrls) => Promise<readonly string[]>;

/** Works through the running applications, like a person. Finds out itself whether it was done before. */
export type LiveStep = (settings: SeedSettings, addresses: Addresses) => Promise<readonly string[]>;

const databaseSteps: readonly DatabaseStep[] = [firstPeople];
const liveSteps: readonly LiveStep[] = [demonstration];

/**
 * Fills a new installation before the applications start: `empty` gives the catalogue and one administrator,
 * `demo` the agencies and accounts of the demonstration. May be repeated at every start.
 */
export async function seed(settings: SeedSettings, urls: DatabaseUrls): Promise<SeedReport> {
  const lines: string[] = [];
  for (const step of databaseSteps) lines.push(...(await step(settings, urls)));
  return { lines };
}

/** What is carried through the real services once they answer: the events of the demonstration. */
export async function seedLive(settings: SeedSettings, addresses: Addresses): Promise<SeedReport> {
  const lines: string[] = [];
  for (const step of liveSteps) lines.push(...(await step(settings, addresses)));
  return { lines };
}
