import { prcRulePack } from '#catalogue';
import { systemClock, type Clock } from '#kernel';
import { ConfigError } from '#platform';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { yearsOf } from './retention-years.js';
import type { EvidenceStore } from './evidence-store.js';
import { FilesystemStore } from './filesystem-store.js';
import { RecordsInMemory, type ObjectRecords } from './object-records.js';
import { Quarantine } from './quarantine.js';
import { parseS3Address } from './s3/s3-address.js';
import type { GatewayOptions } from './s3/s3-gateway.js';
import { S3Store } from './s3/s3-store.js';

export interface EvidenceOptions {
  /** Value of EVIDENCE_STORE; absent = the directory `evidence` below `dataDirectory`. */
  readonly store?: string;
  /** DATA_DIR: derived pictures and bytes on their way lie below it, whatever the store is. */
  readonly dataDirectory: string;
}

/** What a store needs beside its configuration; a tool that lives for one task needs nothing. */
export interface StoreContext {
  readonly records?: ObjectRecords;
  readonly clock?: Clock;
  /** How patient the store is with an S3 server. */
  readonly gateway?: GatewayOptions;
}

/** Throws {@link ConfigError} where the options choose no store that there is; nothing is opened. */
export function checkEvidenceOptions(options: EvidenceOptions): void {
  openEvidenceStore(options).close();
}

/** The store that the configuration chooses. Throws {@link ConfigError}, which names the variable, never its value. */
export function openEvidenceStore(options: EvidenceOptions, context: StoreContext = {}): EvidenceStore {
  const { store, dataDirectory } = options;
  if (store === undefined) return new FilesystemStore(resolve(join(dataDirectory, 'evidence')));
  if (store.startsWith('s3:')) return openS3(store, dataDirectory, context);
  const path = store.startsWith('filesystem://') ? pathIn(store) : undefined;
  if (path === undefined) {
    throw new ConfigError(
      'EVIDENCE_STORE must be filesystem:///absolute/path or s3://key:secret@host[:port]/bucket, or left out.',
    );
  }
  return new FilesystemStore(path);
}

function openS3(
  store: string,
  dataDirectory: string,
  { records, clock, gateway }: StoreContext,
): EvidenceStore {
  return new S3Store({
    address: parseS3Address(store),
    quarantine: new Quarantine(resolve(join(dataDirectory, 'quarantine')), false),
    records: records ?? new RecordsInMemory(),
    clock: clock ?? systemClock,
    ...(gateway && { gateway }),
    years: {
      evidence: yearsOf(prcRulePack, 'case-file'),
      certificates: yearsOf(prcRulePack, 'destruction-record'),
    },
  });
}

function pathIn(store: string): string | undefined {
  try {
    const path = fileURLToPath(`file://${store.slice('filesystem://'.length)}`);
    return isAbsolute(path) && path !== '/' && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}
