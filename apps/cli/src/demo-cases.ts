// `npm run demo:cases`: a system of its own in a temporary folder, every published case carried to a certificate.
import 'reflect-metadata';
import { runMigrations } from '#platform';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  caseStories,
  differences,
  exampleStories,
  figuresOf,
  totalsOf,
  type PublishedCase,
} from './demo/case-stories.js';
import { StoryCarrier } from './demo/carry-story.js';
import { DemoCast } from './demo/demo-cast.js';
import { addressesOf } from './launch/announce.js';
import { applicationsOf } from './launch/applications.js';
import { openDatabase } from './launch/database.js';
import { readSettings } from './launch/settings.js';
import { migrations } from './migrations/index.js';
import { demoPasswordOf } from './seed/first-people.step.js';
import { seed } from './seed/seed.js';

async function demoCases(casesFile: string): Promise<boolean> {
  const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as PublishedCase[];
  const directory = mkdtempSync(join(tmpdir(), 'demo-cases-'));
  // As root the database runs under another account, which has to pass through here.
  chmodSync(directory, 0o755);
  const ports = { OFFICE_PORT: await freePort(), PUBLIC_PORT: await freePort() };
  const settings = readSettings([], { ...process.env, ...ports, DATA_DIR: directory });
  const database = await openDatabase(settings);
  const applications = applicationsOf(settings, database.urls);
  try {
    await runMigrations(database.urls.owner, migrations);
    await seed(settings, database.urls);
    await Promise.all(applications.map((application) => application.start()));
    return await carryAll(
      cases,
      new StoryCarrier(new DemoCast(addressesOf(settings).office, demoPasswordOf(settings))),
    );
  } finally {
    await Promise.all(applications.map((application) => application.stop()));
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Prints one line a case; true if every certificate says exactly what was published. */
async function carryAll(cases: readonly PublishedCase[], carrier: StoryCarrier): Promise<boolean> {
  let equal = 0;
  const examples = exampleStories().map((one) => ({ ...one, figuresOf }));
  const stories = [...examples, ...caseStories(cases).map((one) => ({ ...one, figuresOf: totalsOf }))];
  for (const { story, expected, figuresOf: found } of stories) {
    const carried = await carrier.carry(story);
    const wrong = differences(expected, found(carried));
    if (wrong.length === 0) equal += 1;
    const figures = [...expected].map(([key, amount]) => `${amount} ${key.split(' ')[1]!}`).join(', ');
    process.stdout.write(
      `${wrong.length === 0 ? 'equal    ' : 'DIFFERENT'} ${carried.number}  ${story.id}: ${figures}\n`,
    );
    for (const line of wrong) process.stdout.write(`          ${line}\n`);
  }
  process.stdout.write(`${String(equal)} of ${String(stories.length)} cases equal the published figures\n`);
  return equal === stories.length;
}

function freePort(): Promise<string> {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(String(port)));
    });
  });
}

demoCases(process.argv[2] ?? 'test/data/cases.json').then(
  (equal) => process.exit(equal ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
