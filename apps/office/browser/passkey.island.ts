import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

// Passkeys: made on the account page, used beside the password wherever something is signed. Without this script, or
// in a browser without passkeys, people sign with the password.
if (window.PublicKeyCredential) {
  document.querySelectorAll<HTMLElement>('[data-passkey-sign]').forEach(offerSigning);
  document.querySelectorAll<HTMLFormElement>('[data-passkey-enrol]').forEach(offerEnrolment);
}

/** Texts of the page for what a browser refuses: the data attribute that holds each. */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  SecurityError: 'host',
  InvalidStateError: 'known',
};

/** What the server refused, in its own words. */
class Refusal extends Error {}

function offerSigning(part: HTMLElement): void {
  const button = part.querySelector<HTMLButtonElement>('button')!;
  const form = part.closest('form')!;
  part.hidden = false;
  button.addEventListener('click', () => {
    const { purpose, sha256 } = part.dataset;
    void attempt(part, button, async () => {
      const optionsJSON = await ask(form, '/api/v1/step-ups/options', { purpose, sha256 });
      const { id, response } = await startAuthentication({ optionsJSON: optionsJSON as never });
      const { authenticatorData, clientDataJSON, signature } = response;
      send(form, 'assertion', { credential: id, authenticatorData, clientDataJSON, signature });
    });
  });
}

function offerEnrolment(form: HTMLFormElement): void {
  const password = form.querySelector<HTMLInputElement>('input[type="password"]')!;
  const made = form.querySelector<HTMLInputElement>('input[name="made"]')!;
  form.hidden = false;
  document.querySelector<HTMLElement>('.dl-passkey-without')!.hidden = true;
  form.addEventListener('submit', (event) => {
    if (made.value !== '') return;
    event.preventDefault();
    const button = form.querySelector<HTMLButtonElement>('button')!;
    void attempt(form, button, async () => {
      const optionsJSON = await ask(form, '/api/v1/passkeys/options', { password: password.value });
      const { id, response } = await startRegistration({ optionsJSON: optionsJSON as never });
      const { clientDataJSON, attestationObject, transports = [] } = response;
      password.value = '';
      send(form, 'made', { credential: id, clientDataJSON, attestationObject, transports });
    });
  });
}

/** One try at a time; what went wrong is said beside the button and can be tried again. */
async function attempt(
  part: HTMLElement,
  button: HTMLButtonElement,
  act: () => Promise<void>,
): Promise<void> {
  const status = part.querySelector<HTMLElement>('[data-passkey-status]')!;
  button.disabled = true;
  status.textContent = part.dataset['waiting'] ?? '';
  try {
    await act();
    status.textContent = '';
  } catch (error) {
    status.textContent = error instanceof Refusal ? error.message : (part.dataset[reasonOf(error)] ?? '');
  } finally {
    button.disabled = false;
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? refusals[error.name] : undefined) ?? 'failed';
}

/** Asks the server for the options of a ceremony. */
async function ask(form: HTMLFormElement, path: string, body: object): Promise<unknown> {
  const csrf = form.querySelector<HTMLInputElement>('input[name="csrf"]')!.value;
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      'x-csrf-token': csrf,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { detail?: string; errors?: { detail: string }[] };
  if (!response.ok) throw new Refusal(answer.errors?.[0]?.detail ?? answer.detail ?? '');
  return answer;
}

/** Submits the form with the device's answer in a hidden field. */
function send(form: HTMLFormElement, field: string, answer: object): void {
  form.querySelector<HTMLInputElement>(`input[name="${field}"]`)!.value = JSON.stringify(answer);
  const submit = form.querySelector<HTMLButtonElement>('button[type="submit"]')!;
  submit.disabled = false;
  submit.click();
}
