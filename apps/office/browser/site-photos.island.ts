// Sends photos of a site or a lot one by one, each hashed on this device and again after a cut connection. Without this
// script the form sends them all at once, and the server alone takes the hash.
import { sha256Of } from './kept-photos.js';
import { sendPhoto } from './photo-sending.js';

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
    const site = fieldOf(photos, 'site');
    const query = { stage: fieldOf(photos, 'stage'), ...(site !== '' && { site }) };
    void sendAll(photos, list, { files, query });
  });
}

async function sendAll(
  photos: HTMLFormElement,
  list: HTMLElement,
  { files, query }: { files: readonly File[]; query: Record<string, string> },
): Promise<void> {
  for (const file of files) {
    await send(photos, list.appendChild(document.createElement('li')), { file, query });
  }
}

async function send(
  photos: HTMLFormElement,
  line: HTMLElement,
  one: { file: File; query: Record<string, string> },
): Promise<void> {
  const say = (key: string) => {
    line.textContent = `${one.file.name}: ${photos.dataset[key] ?? ''}`;
  };
  say('sending');
  const bar = line.appendChild(document.createElement('progress'));
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', one.file.name);
  const sha256 = await sha256Of(one.file);
  const target = {
    address: photos.dataset['target'] ?? '',
    csrf: photos.dataset['csrf'] ?? '',
    query: one.query,
  };
  const { received, why } = await sendPhoto(target, { sha256, blob: one.file }, (part) => (bar.value = part));
  say(received ? 'received' : 'failed');
  if (received) {
    line.append(` ${sha256.slice(0, 6)}`);
    return;
  }
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'dl-link-button';
  again.textContent = photos.dataset['retry'] ?? '';
  again.addEventListener('click', () => void send(photos, line, one));
  line.append(why === '' ? ' ' : ` – ${why} `, again);
}

function fieldOf(photos: HTMLFormElement, name: string): string {
  return String(new FormData(photos).get(name) ?? '');
}
