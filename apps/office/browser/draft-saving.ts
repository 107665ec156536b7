// Saves a registration as one types: on this device at once, on the server soon after. A cut connection, an ended
// session and a second window each leave what was typed here, and say so.
import { deviceTime } from './device-time.js';
import type { Grid } from './grid-table.js';
import { fieldsOf, forgetDraft, keepDraft, type KeptDraft } from './kept-draft.js';

const deviceMs = 300;
const serverMs = 2000;
const againMs = 10_000;

export interface DraftSaving {
  /** Goes on from another draft than the one that the page began with. */
  goOnFrom(draft: KeptDraft): void;
}

export function saveDrafts(grid: Grid, person: string): DraftSaving {
  const { form } = grid;
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
  const state = document.querySelector<HTMLElement>('[data-draft-state]');
  let stopped = false;
  let changes = 0;
  let saved = 0;

  const say = (key: string, time = '') => {
    if (!state) return;
    state.textContent = (state.dataset[key] ?? '').replace('{time}', time);
    if (key !== 'ended') return;
    const link = state.appendChild(document.createElement('a'));
    link.href = '/sign-in';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = state.dataset['signIn'] ?? '';
    link.before(' ');
  };
  const keep = () => {
    if (changes === saved) return;
    const fields = fieldsOf(form);
    const lines = new Set(fields.flatMap(([name]) => /^lots\.(\d+)\.(?!basis|id)/.exec(name)?.[1] ?? []))
      .size;
    const draft = { id: hidden('id').value, version: Number(hidden('draftVersion').value), at: deviceTime() };
    if (keepDraft(person, { ...draft, lines, fields }) && saved === 0) say('device');
  };
  const send = async () => {
    if (stopped || changes === saved) return;
    const upTo = changes;
    try {
      const answer = await post(form, hidden('id').value);
      if (answer.status === 200) {
        const { version, saved: time } = (await answer.json()) as { version: number; saved: string };
        hidden('draftVersion').value = String(version);
        saved = upTo;
        if (changes === saved) forgetDraft(hidden('id').value);
        history.replaceState(null, '', `/seizures/new?draft=${hidden('id').value}`);
        say('saved', time);
      } else await refused(answer.status);
    } catch {
      say('device');
      later(againMs);
    }
  };
  const refused = async (status: number) => {
    if (status === 409) {
      stopped = true;
      say('elsewhere');
    } else if (status === 401 || status === 403) {
      if (await renewToken(form)) return later(0);
      say('ended');
    } else {
      say('device');
      later(againMs);
    }
  };
  const device = timer(keep);
  const server = timer(() => void send());
  const later = (ms: number) => server(ms);
  const touched = () => {
    changes += 1;
    device(deviceMs);
    later(serverMs);
  };
  form.addEventListener('input', touched);
  grid.onChange(touched);
  form.addEventListener('submit', keep);
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => document.hidden && keep());
  window.addEventListener('online', () => later(0));
  window.addEventListener('focus', () => later(0));
  return {
    goOnFrom: ({ id, version }) => {
      hidden('id').value = id;
      hidden('draftVersion').value = String(version);
      touched();
    },
  };
}

function timer(act: () => void): (ms: number) => void {
  let pending = 0;
  return (ms) => {
    clearTimeout(pending);
    pending = window.setTimeout(act, ms);
  };
}

function post(form: HTMLFormElement, id: string): Promise<Response> {
  const body = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
  body.delete('do');
  const headers = { accept: 'application/json' };
  return fetch(`/seizures/drafts/${id}`, { method: 'POST', body, headers, credentials: 'same-origin' });
}

/** After signing in again elsewhere, this page takes the token of the new session; false while there is none. */
async function renewToken(form: HTMLFormElement): Promise<boolean> {
  const mine = form.querySelector<HTMLInputElement>('input[name="csrf"]')!;
  const answer = await fetch('/seizures/new', { credentials: 'same-origin' });
  if (!answer.ok || new URL(answer.url).pathname !== '/seizures/new') return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const theirs = page.querySelector<HTMLInputElement>('form[data-registration] input[name="csrf"]')?.value;
  const person = page.querySelector<HTMLElement>('form[data-registration]')?.dataset['person'];
  if (theirs === undefined || person !== form.dataset['person'] || theirs === mine.value) return false;
  document.querySelectorAll<HTMLInputElement>('input[name="csrf"]').forEach((one) => {
    one.value = theirs;
  });
  return true;
}
