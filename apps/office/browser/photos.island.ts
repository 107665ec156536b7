// Sends photos one by one: hashed and kept on this device first, with progress, again after a cut connection, again
// after leaving and coming back. Without this script the form sends them all at once, and the server alone takes the
// hash.
import { deviceTime } from './device-time.js';
import { forgetDraft } from './kept-draft.js';
import { canKeep, dropPhoto, keepPhoto, keptPhotos, sha256Of, type KeptPhoto } from './kept-photos.js';
import { sendPhoto } from './photo-sending.js';
import { tileOf, type Tile } from './photo-tiles.js';

const place = document.querySelector<HTMLElement>('[data-photos]');
if (place && canKeep()) enhance(place);

interface Waiting {
  readonly photo: KeptPhoto;
  readonly tile: Tile;
}

function enhance(photos: HTMLElement): void {
  const { seizure = '', person = '' } = photos.dataset;
  const list = photos.querySelector<HTMLElement>('[data-photo-list]')!;
  const form = photos.querySelector<HTMLFormElement>('form') ?? (photos as HTMLFormElement);
  const input = photos.querySelector<HTMLInputElement>('input[type="file"]');
  const queue: Waiting[] = [];
  let sending = false;

  // Here the seizure has its number: the draft has done its work.
  forgetDraft(seizure);
  const add = (photo: KeptPhoto) => {
    photos.hidden = false;
    const tile = tileOf(photo, aboutOf(photos, photo));
    tile.say(photos.dataset['device'] ?? '');
    list.append(tile.element);
    queue.push({ photo, tile });
    void next();
  };
  const next = async () => {
    if (sending) return;
    sending = true;
    for (let one = queue.shift(); one; one = queue.shift()) await send(photos, one, queue);
    sending = false;
  };
  void keptPhotos(seizure, person)
    .then((kept) => kept.forEach(add))
    .catch(() => undefined);
  window.addEventListener('online', () => {
    list.querySelectorAll<HTMLButtonElement>('button[data-again]').forEach((button) => button.click());
  });
  form.addEventListener('submit', (event) => {
    const files = Array.from(input?.files ?? []);
    if (!input || files.length === 0) return;
    event.preventDefault();
    input.value = '';
    const lot = photos.querySelector<HTMLSelectElement>('select')?.value ?? '';
    void (async () => {
      for (const file of files) add(await kept(file, { seizure, person, lot }));
    })();
  });
  list.addEventListener('again', () => void next());
}

/** Kept where the device has room; else sent from memory. */
async function kept(file: File, of: { seizure: string; person: string; lot: string }): Promise<KeptPhoto> {
  try {
    return await keepPhoto(file, of);
  } catch {
    const sha256 = await sha256Of(file);
    return { ...of, key: `${of.seizure}:${sha256}`, name: file.name, sha256, blob: file, at: deviceTime() };
  }
}

async function send(photos: HTMLElement, one: Waiting, queue: Waiting[]): Promise<void> {
  const { photo, tile } = one;
  const say = (key: string, part?: number) => tile.say(photos.dataset[key] ?? '', part);
  const known = (photos.dataset['lots'] ?? '').split(',');
  say('sending', 0);
  const answer = await sendPhoto(
    {
      address: photos.dataset['target'] ?? '',
      csrf: photos.dataset['csrf'] ?? '',
      // A line that was deleted again before the registration: the photo shows the whole seizure.
      query: { stage: 'seizure', ...(known.includes(photo.lot) && photo.lot !== '' && { lots: photo.lot }) },
    },
    photo,
    (part) => say('sending', part),
  );
  if (answer.received) {
    say('received');
    await dropPhoto(photo.key).catch(() => undefined);
    return;
  }
  tile.say([photos.dataset['failed'] ?? '', answer.why].filter(Boolean).join(' – '));
  const label = `${photos.dataset['retry'] ?? ''} ${photo.name}`;
  tile.offer(photos.dataset['retry'] ?? '', label, () => {
    queue.push(one);
    tile.element.dispatchEvent(new Event('again', { bubbles: true }));
  });
  tile.element.querySelector('button')?.setAttribute('data-again', '');
}

function aboutOf(photos: HTMLElement, { lot, name }: KeptPhoto): string {
  const option = photos.querySelector<HTMLOptionElement>(`option[value="${lot}"]`);
  return option?.text ?? name;
}
