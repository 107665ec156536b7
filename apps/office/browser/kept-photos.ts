// Photos that this device keeps until the server has them (IndexedDB): neither a cut connection, an ended session nor
// a closed window loses one.

import { deviceTime } from './device-time.js';

export interface KeptPhoto {
  /** Seizure and hash: the same photo is kept once. */
  readonly key: string;
  readonly seizure: string;
  readonly person: string;
  /** Id of the lot that it shows; empty = the whole seizure. */
  readonly lot: string;
  readonly name: string;
  readonly sha256: string;
  readonly blob: Blob;
  readonly at: number;
}

const store = 'photos';

/** Keeps a photo; rejects where the device has no room or keeps nothing (private browsing). */
export async function keepPhoto(
  blob: File,
  of: Pick<KeptPhoto, 'seizure' | 'person' | 'lot'>,
): Promise<KeptPhoto> {
  const sha256 = await sha256Of(blob);
  const photo = { ...of, key: `${of.seizure}:${sha256}`, name: blob.name, sha256, blob, at: deviceTime() };
  await run('readwrite', (photos) => photos.put(photo));
  return photo;
}

/** What is kept for one seizure by one person, in the order in which it was chosen. */
export async function keptPhotos(seizure: string, person: string): Promise<KeptPhoto[]> {
  const all = await run<KeptPhoto[]>('readonly', (photos) => photos.getAll());
  return all.filter((one) => one.seizure === seizure && one.person === person).sort((a, b) => a.at - b.at);
}

export async function dropPhoto(key: string): Promise<void> {
  await run('readwrite', (photos) => photos.delete(key));
}

export async function sha256Of(blob: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether this browser can keep and hash photos at all. */
export function canKeep(): boolean {
  return 'indexedDB' in window && Boolean(window.crypto?.subtle);
}

function run<T>(mode: IDBTransactionMode, act: (photos: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('destruction-ledger', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: 'key' });
    opening.onerror = () => reject(opening.error ?? new Error('no store'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, mode);
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(asked.result as T);
      };
      transaction.onabort = () => {
        opening.result.close();
        reject(transaction.error ?? new Error('not kept'));
      };
    };
  });
}
