// Sends photos of a site or a lot one by one, each hashed on this device and again after a cut connection. Without this script
// the form sends them all at once, and the server alone takes the hash.
const form = document.querySelector<HTMLFormElement>('[data-site-photos]');
if (form && window.crypto?.subtle) enhance(form);

function enhance(photos: HTMLFormElement): void {
  const list = photos.querySelector<HTMLElement>('[data-photo-list]')!;
  const input = photos.querySelector<HTMLInputElement>('input[type="file"]')!;
  photos.addEventListener('submit', (event) => {
    const files = Array.from(input.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    input.value = '';
    // What the photos show is asked once, when they are sent: a later choice is for later photos.
    const query = new URLSearchParams({ stage: fieldOf(photos, 'stage') });
    const site = fieldOf(photos, 'site');
    if (site !== '') query.set('site', site);
    void sendAll(photos, list, { files, query: query.toString() });
  });
}

async function sendAll(
  photos: HTMLFormElement,
  list: HTMLElement,
  { files, query }: { files: readonly File[]; query: string },
): Promise<void> {
  for (const file of files) {
    await send(photos, list.appendChild(document.createElement('li')), { file, query });
  }
}

async function send(
  photos: HTMLFormElement,
  line: HTMLElement,
  one: { file: File; query: string },
): Promise<void> {
  const say = (key: string) => {
    line.textContent = `${one.file.name}: ${photos.dataset[key] ?? ''}`;
  };
  say('sending');
  const bar = line.appendChild(document.createElement('progress'));
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', one.file.name);
  const bytes = await one.file.arrayBuffer();
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  const address = `${photos.dataset['target'] ?? ''}/${sha256}?${one.query}`;
  const problem = await upload(address, { photos, bytes, bar });
  say(problem === undefined ? 'received' : 'failed');
  if (problem === undefined) {
    line.append(` ${sha256.slice(0, 6)}`);
    return;
  }
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'dl-link-button';
  again.textContent = photos.dataset['retry'] ?? '';
  again.addEventListener('click', () => void send(photos, line, one));
  line.append(problem === '' ? ' ' : ` – ${problem} `, again);
}

/** Gives what went wrong, empty for a cut connection, undefined where the photo was received. */
function upload(
  address: string,
  { photos, bytes, bar }: { photos: HTMLFormElement; bytes: ArrayBuffer; bar: HTMLProgressElement },
): Promise<string | undefined> {
  const request = new XMLHttpRequest();
  request.open('PUT', address);
  request.setRequestHeader('X-CSRF-Token', photos.dataset['csrf'] ?? '');
  request.setRequestHeader('Accept-Language', document.documentElement.lang);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
  });
  return new Promise((resolve) => {
    request.addEventListener('load', () =>
      resolve(request.status < 300 ? undefined : detailOf(request.responseText)),
    );
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(''));
    request.send(bytes);
  });
}

function hexOf(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fieldOf(photos: HTMLFormElement, name: string): string {
  return String(new FormData(photos).get(name) ?? '');
}

function detailOf(body: string): string {
  try {
    return String((JSON.parse(body) as { detail?: unknown }).detail ?? '');
  } catch {
    return '';
  }
}
