import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesOf } from './announce.js';
import { Application } from './application.js';
import type { DatabaseUrls, LaunchSettings } from './settings.js';

/**
 * The three applications with the environment each gets. The address of the owner's role goes to none, and
 * the public site gets only the one of the role that reads what is published, and no credentials of the store.
 */
export function applicationsOf(settings: LaunchSettings, urls: DatabaseUrls): Application[] {
  const { DATABASE_OWNER_URL: _owner, DATABASE_PUBLIC_URL: _public, ...rest } = settings.environment;
  const { EVIDENCE_STORE, EVIDENCE_COPY, ...open } = rest;
  const shared = { ...open, DATA_DIR: settings.dataDirectory, HOST: settings.host };
  const stores = { ...(EVIDENCE_STORE && { EVIDENCE_STORE }), ...(EVIDENCE_COPY && { EVIDENCE_COPY }) };
  const inside = { ...shared, ...stores, DATABASE_URL: urls.app };
  const office = { ...inside, OFFICE_PORT: String(settings.officePort) };
  const reader = {
    ...shared,
    DATABASE_URL: urls.public,
    DATABASE_PUBLIC_URL: urls.public,
    PUBLIC_PORT: String(settings.publicPort),
  };
  const addresses = addressesOf(settings);
  return [
    application(settings, 'office', office, addresses.office),
    application(settings, 'public', reader, addresses.public),
    application(settings, 'worker', inside),
  ];
}

function application(
  settings: LaunchSettings,
  name: string,
  environment: NodeJS.ProcessEnv,
  address?: string,
) {
  return new Application({
    name,
    module: fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)),
    environment,
    log: join(settings.logDirectory, `${name}.log`),
    ...(address === undefined ? {} : { readyUrl: `${address}/health/ready` }),
  });
}
