import { NestFactory } from '@nestjs/core';
import { builtInCatalogue, prcRulePack } from '#catalogue';
import { Bootstrap, IdentityModule } from '#identity';
import { LedgerModule, LogKey } from '#ledger';
import { DatabaseModule } from '#platform';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseUrls, SeedSettings } from '../launch/settings.js';

/** Password of every account of the demonstration (running.md); everybody may know it. */
export const demoPasswordOf = (settings: SeedSettings) =>
  settings.environment['DEMO_PASSWORD'] || 'demo-Only-7421';

/** Entry 0 and the people who can sign in first. */
export async function firstPeople(settings: SeedSettings, urls: DatabaseUrls): Promise<readonly string[]> {
  const origin = settings.environment['LOG_ORIGIN'];
  const production = settings.environment['NODE_ENV'] === 'production';
  const module = {
    module: class FirstPeopleModule {},
    imports: [
      DatabaseModule.forRoot({ url: urls.app, applicationName: 'seed', poolSize: 2 }),
      LedgerModule.forRoot({
        keysDirectory: join(settings.dataDirectory, 'keys'),
        ...(origin && { origin }),
      }),
      IdentityModule.forRoot({ production }),
    ],
  };
  const context = await NestFactory.createApplicationContext(module, { logger: ['error', 'fatal'] });
  try {
    const key = context.get(LogKey);
    const bootstrap = context.get(Bootstrap);
    await bootstrap.ensureInstallation({
      origin: key.origin,
      logKey: key.verifierKey,
      rulePack: { code: prcRulePack.code, sha256: prcRulePack.hash },
      catalogue: builtInCatalogue.hash,
    });
    if (settings.seedMode === 'empty' || production) return await firstAdministrator(bootstrap, settings);
    await bootstrap.seedDemoPeople(demoPasswordOf(settings));
    return [];
  } finally {
    await context.close();
  }
}

/** The administrator of a new installation; a password that nobody chose is told once and kept nowhere. */
async function firstAdministrator(bootstrap: Bootstrap, settings: SeedSettings): Promise<readonly string[]> {
  const given = settings.environment['ADMIN_PASSWORD'];
  const password = given || randomBytes(12).toString('base64url');
  const done = await bootstrap.seedEmpty({
    agency: { code: 'org', names: { zh: '管理机关', en: 'Administering agency' } },
    username: 'admin',
    name: '系统管理员',
    password,
  });
  if (done === 'before') return [];
  return [
    `administrator  admin, password ${given ? 'as in ADMIN_PASSWORD' : `${password} (change it at once; it is shown only now)`}`,
  ];
}
