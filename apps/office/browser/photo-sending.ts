import type { KeptPhoto } from './kept-photos.js';

export interface Target {
  /** Where photos of the goods or of the site go; the hash follows. */
  readonly address: string;
  readonly csrf: string;
  /** What they show: stage, site, lots. */
  readonly query: Readonly<Record<string, string>>;
}

/** Sends the bytes under their hash; the server takes its own and refuses what differs. Never rejects. */
export function sendPhoto(
  { address, csrf, query }: Target,
  { sha256, blob }: Pick<KeptPhoto, 'sha256' | 'blob'>,
  onProgress: (part: number) => void,
): Promise<{ received: boolean; why: string }> {
  const request = new XMLHttpRequest();
  request.open('PUT', `${address}/${sha256}?${new URLSearchParams(query).toString()}`);
  request.setRequestHeader('X-CSRF-Token', csrf);
  request.setRequestHeader('Accept-Language', document.documentElement.lang);
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  return new Promise((resolve) => {
    request.addEventListener('load', () =>
      resolve(
        request.status < 300
          ? { received: true, why: '' }
          : { received: false, why: detailOf(request.responseText) },
      ),
    );
    // A cut connection has no reason to tell.
    for (const end of ['error', 'abort', 'timeout']) {
      request.addEventListener(end, () => resolve({ received: false, why: '' }));
    }
    request.send(blob);
  });
}

function detailOf(body: string): string {
  try {
    return String((JSON.parse(body) as { detail?: unknown }).detail ?? '');
  } catch {
    return '';
  }
}
