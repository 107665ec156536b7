import { ConfigError } from '#platform';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvidenceStore } from './evidence-store.js';
import { FilesystemStore } from './filesystem-store.js';

export interface EvidenceOptions {
  /** Value of EVIDENCE_STORE; absent = the directory `evidence` below `dataDirectory`. */
  readonly store?: string;
  /** DATA_DIR: derived pictures lie below it, whatever the store is. */
  readonly dataDirectory: string;
}

/** The store that the configuration chooses. Throws {@link ConfigError}, which names the variable, never its value. */
export function openEvidenceStore({ store, dataDirectory }: EvidenceOptions): EvidenceStore {
  if (store === undefined) return new FilesystemStore(resolve(join(dataDirectory, 'evidence')));
  if (store.startsWith('s3:')) {
    throw new ConfigError(
      'EVIDENCE_STORE: s3:// is not available in this version. Set filesystem:///absolute/path, or leave it out.',
    );
  }
  const path = store.startsWith('filesystem://') ? pathIn(store) : undefined;
  if (path === undefined) {
    throw new ConfigError('EVIDENCE_STORE must be filesystem:///absolute/path, or left out.');
  }
  return new FilesystemStore(path);
}

function pathIn(store: string): string | undefined {
  try {
    const path = fileURLToPath(`file://${store.slice('filesystem://'.length)}`);
    return isAbsolute(path) && path !== '/' && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}
