// Sends photos one by one: hashed on this device, with progress, again after a cut connection. Without this script the
// form sends them all at once, and the server alone takes the hash.
const form = document.querySelector<HTMLFormElement>('[data-photos]');
if (form && window.crypto?.subtle) enhance(form);

function enhance(photos: HTMLFormElement): void {
  const list = photos.querySelector<HTMLElement>('[data-photo-list]')!;
  const input = photos.querySelector<HTMLInputElement>('input[type="file"]')!;
  photos.addEventListener('submit', (event) => {
    const files = Array.from(input.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    input.value = '';
    void sendAll(photos, list, files);
  });
}

async function sendAll(photos: HTMLFormElement, list: HTMLElement, files: File[]): Promise<void> {
  for (const file of files) await send(photos, list.appendChild(document.createElement('li')), file);
}

async function send(photos: HTMLFormElement, line: HTMLElement, file: File): Promise<void> {
  const say = (key: string) => {
    line.textContent = `${file.name}: ${photos.dataset[key] ?? ''}`;
  };
  say('hashing');
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  say('sending');
  const bar = line.appendChild(document.createElement('progress'));
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const problem = await upload(photos, sha256, bytes, bar);
  say(problem === undefined ? 'received' : 'failed');
  if (problem === undefined) {
    line.append(` ${sha256.slice(0, 6)}`);
    return;
  }
  if (problem !== '') line.append(` – ${problem} `);
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'dl-link-button';
  again.textContent = photos.dataset['retry'] ?? '';
  again.addEventListener('click', () => void send(photos, line, file));
  line.append(' ', again);
}

/** Gives what went wrong, empty for a cut connection, undefined where the photo was received. */
function upload(
  photos: HTMLFormElement,
  sha256: string,
  bytes: ArrayBuffer,
  bar: HTMLProgressElement,
): Promise<string | undefined> {
  const data = new FormData(photos);
  const query = new URLSearchParams({ stage: String(data.get('stage') ?? 'seizure') });
  const site = String(data.get('site') ?? '');
  if (site !== '') query.set('site', site);
  const lot = String(data.get('lot') ?? '');
  if (lot !== '') query.set('lots', lot);
  const request = new XMLHttpRequest();
  request.open('PUT', `${photos.dataset['target'] ?? ''}/${sha256}?${query.toString()}`);
  request.setRequestHeader('X-CSRF-Token', photos.dataset['csrf'] ?? '');
  request.setRequestHeader('Accept-Language', document.documentElement.lang);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
  });
  return new Promise((resolve) => {
    request.addEventListener('load', () =>
      resolve(request.status < 300 ? undefined : detailOf(request.responseText)),
    );
    request.addEventListener('error', () => resolve(''));
    request.addEventListener('abort', () => resolve(''));
    request.send(bytes);
  });
}

function detailOf(body: string): string {
  try {
    return String((JSON.parse(body) as { detail?: unknown }).detail ?? '');
  } catch {
    return '';
  }
}
