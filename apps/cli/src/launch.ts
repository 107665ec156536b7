// What `npm start` ends in: database, migrations, seed, the three applications; stops them in reverse.
import 'reflect-metadata';
import { runMigrations } from '#platform';
import { addressesOf, announceAddresses, announceSeed } from './launch/announce.js';
import type { Application } from './launch/application.js';
import { applicationsOf } from './launch/applications.js';
import { openDatabase } from './launch/database.js';
import { ensurePortsFree } from './launch/ports.js';
import { readSettings, type LaunchSettings } from './launch/settings.js';
import { waitForStop } from './launch/wait-for-stop.js';
import { migrations } from './migrations/index.js';
import { seed, seedLive } from './seed/seed.js';

async function launch(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  await ensurePortsFree(settings);
  const stopAsked = waitForStop();
  const database = await openDatabase(settings);
  const applications = applicationsOf(settings, database.urls);
  try {
    await runMigrations(database.urls.owner, migrations);
    const seeded = await seed(settings, database.urls);
    await Promise.race([open(settings, applications, seeded.lines), stopAsked]);
    await stopAsked;
  } finally {
    process.stdout.write('\nStopping …\n');
    await Promise.all(applications.map((application) => application.stop()));
    await database.close();
  }
}

/** Starts the applications, says where they are, and lets the demonstration happen in them. */
async function open(
  settings: LaunchSettings,
  applications: readonly Application[],
  seeded: readonly string[],
) {
  await Promise.all(applications.map((application) => application.start()));
  announceAddresses(settings);
  const live = await seedLive(settings, addressesOf(settings));
  announceSeed([...seeded, ...live.lines]);
}

launch().then(
  () => process.exit(0),
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\nCould not start: ${text}\n`);
    process.exit(1);
  },
);
