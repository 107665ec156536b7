import type { DatabaseUrls, SeedMode } from '../launch/settings.js';

/** What the seed has to tell the person who started the system: accounts, a certificate to verify. */
export type SeedReport = { readonly lines: readonly string[] };

/** One part of the seed. Finds out itself whether it was done before; gives lines for the report. */
export type SeedStep = (mode: SeedMode, urls: DatabaseUrls) => Promise<readonly string[]>;

const steps: readonly SeedStep[] = [];

/**
 * Fills a new installation: `empty` gives the catalogue and one administrator, `demo` the demonstration.
 * May be repeated at every start.
 */
export async function seed(mode: SeedMode, urls: DatabaseUrls): Promise<SeedReport> {
  const lines: string[] = [];
  for (const step of steps) lines.push(...(await step(mode, urls)));
  return { lines };
}
