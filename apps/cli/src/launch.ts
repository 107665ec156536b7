// What `npm start` ends in: database, migrations, seed, the three applications; stops them in reverse.
import { migrations } from './migrations/index.js';
import { announce } from './launch/announce.js';
import { applicationsOf } from './launch/applications.js';
import { openDatabase } from './launch/database.js';
import { ensurePortsFree } from './launch/ports.js';
import { readSettings } from './launch/settings.js';
import { waitForStop } from './launch/wait-for-stop.js';
import { seed } from './seed/seed.js';
import { runMigrations } from '#platform';

async function launch(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  await ensurePortsFree(settings);
  const stopAsked = waitForStop();
  const database = await openDatabase(settings);
  const applications = applicationsOf(settings, database.urls);
  try {
    await runMigrations(database.urls.owner, migrations);
    const seeded = await seed(settings.seedMode, database.urls);
    const ready = Promise.all(applications.map((application) => application.start()));
    if ((await Promise.race([ready, stopAsked])) !== 'stop') announce(settings, seeded);
    await stopAsked;
  } finally {
    process.stdout.write('\nStopping …\n');
    await Promise.all(applications.map((application) => application.stop()));
    await database.close();
  }
}

launch().then(
  () => process.exit(0),
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\nCould not start: ${text}\n`);
    process.exit(1);
  },
);
