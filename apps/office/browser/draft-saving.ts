// Saves a registration as one types: on this device at once, on the server soon after. A cut connection, an ended
// session and a second window each leave what was typed here, and say so.
import { deviceTime } from './device-time.js';
import { fieldsOf, forgetDraft, keepDraft, type KeptDraft } from './kept-draft.js';

const deviceMs = 300;
const serverMs = 2000;
const againMs = 10_000;

/** Watches the form and saves it; `goOnFrom` takes up another draft than the one that the page began with. */
export class DraftSaving {
  private readonly state = document.querySelector<HTMLElement>('[data-draft-state]');
  private readonly device = timer(() => this.keep());
  private readonly server = timer(() => void this.send());
  private underWay: AbortController | undefined;
  private stopped = false;
  private changes = 0;
  private saved = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly person: string,
  ) {
    form.addEventListener('input', () => this.touched());
    form.addEventListener('submit', () => {
      this.keep();
      // What is sent now says more than what is under way.
      this.underWay?.abort();
    });
    window.addEventListener('pagehide', () => this.keep());
    document.addEventListener('visibilitychange', () => document.hidden && this.keep());
    window.addEventListener('online', () => this.server(0));
    window.addEventListener('focus', () => this.server(0));
  }

  touched(): void {
    this.changes += 1;
    this.device(deviceMs);
    this.server(serverMs);
  }

  goOnFrom({ id, version, window: typedIn }: KeptDraft): void {
    this.hidden('id').value = id;
    // A save of that window may still be under way: it is no stranger's.
    this.hidden('draftWindow').value = typedIn;
    this.hidden('draftVersion').value = String(version);
    this.touched();
  }

  private hidden(name: string): HTMLInputElement {
    return this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
  }

  private keep(): void {
    if (this.changes === this.saved) return;
    const fields = fieldsOf(this.form);
    const lines = new Set(fields.flatMap(([name]) => /^lots\.(\d+)\.(?!basis|id)/.exec(name)?.[1] ?? []))
      .size;
    const [id, version] = [this.hidden('id').value, Number(this.hidden('draftVersion').value)];
    const kept = keepDraft(this.person, {
      id,
      version,
      window: this.hidden('draftWindow').value,
      at: deviceTime(),
      lines,
      fields,
    });
    if (kept && this.saved === 0) this.say('device');
  }

  private async send(): Promise<void> {
    if (this.stopped || this.changes === this.saved) return;
    const upTo = this.changes;
    const id = this.hidden('id').value;
    try {
      this.underWay = new AbortController();
      const answer = await post(this.form, id, this.underWay.signal);
      if (answer.status !== 200) return await this.refused(answer.status);
      const { version, saved } = (await answer.json()) as { version: number; saved: string };
      this.hidden('draftVersion').value = String(version);
      this.saved = upTo;
      if (this.changes === this.saved) forgetDraft(id);
      history.replaceState(null, '', `/seizures/new?draft=${id}`);
      this.say('saved', saved);
    } catch {
      this.say('device');
      this.server(againMs);
    }
  }

  private async refused(status: number): Promise<void> {
    if (status === 409) {
      this.stopped = true;
      this.say('elsewhere');
    } else if (status === 401 || status === 403) {
      if (await renewToken(this.form)) this.server(0);
      else this.say('ended');
    } else {
      this.say('device');
      this.server(againMs);
    }
  }

  private say(key: string, time = ''): void {
    if (!this.state) return;
    this.state.textContent = (this.state.dataset[key] ?? '').replace('{time}', time);
    if (key === 'ended') this.state.append(' ', signInLink(this.state.dataset['signIn'] ?? ''));
  }
}

function signInLink(text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = '/sign-in';
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = text;
  return link;
}

function timer(act: () => void): (ms: number) => void {
  let pending = 0;
  return (ms) => {
    clearTimeout(pending);
    pending = window.setTimeout(act, ms);
  };
}

function post(form: HTMLFormElement, id: string, signal: AbortSignal): Promise<Response> {
  const body = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]));
  body.delete('do');
  const headers = { accept: 'application/json' };
  return fetch(`/seizures/drafts/${id}`, {
    method: 'POST',
    body,
    headers,
    signal,
    credentials: 'same-origin',
  });
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
