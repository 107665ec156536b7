// Ticks the row of a scanned label at once and leads to its count. Where goods are received the server does so without
// this script; where they are staged, the box for scanning is seen with it alone.
import { lotIn } from './lot-in.js';

const form = document.querySelector<HTMLFormElement>('[data-count]');
const field = form?.querySelector<HTMLInputElement>('[data-scan-field]');
if (form && field) enhance(form, field);

function enhance(count: HTMLFormElement, scan: HTMLInputElement): void {
  count.querySelector('[data-needs-script]')?.removeAttribute('hidden');
  const problem = count.querySelector<HTMLElement>('[data-scan-error]')!;
  const take = () => {
    const row = rowOf(count, lotIn(scan.value));
    problem.hidden = row !== undefined;
    problem.textContent = row ? '' : (problem.dataset['other'] ?? '');
    if (!row) {
      scan.select();
      return;
    }
    row.querySelector<HTMLElement>('[data-tick]')!.hidden = false;
    const kept = row.querySelector<HTMLInputElement>('[data-tick-field]');
    if (kept) kept.value = 'yes';
    scan.value = '';
    tell(count);
    row.querySelector<HTMLInputElement>('input[inputmode]')?.focus();
  };
  scan.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    take();
  });
  scan.addEventListener('scanned', (event) => {
    event.preventDefault();
    take();
  });
  count.querySelector('[data-scan-submit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    take();
  });
}

function rowOf(count: HTMLElement, lot: string): HTMLElement | undefined {
  return Array.from(count.querySelectorAll<HTMLElement>('tr[data-lot]')).find(
    ({ dataset }) => lot !== '' && (dataset['lot'] === lot || dataset['code']?.toLowerCase() === lot),
  );
}

function tell(count: HTMLElement): void {
  const ticked = count.querySelectorAll('[data-tick]:not([hidden])').length;
  const note = count.querySelector<HTMLElement>('[data-scanned]');
  if (note) note.textContent = (note.dataset['scannedText'] ?? '').replace('#', String(ticked));
}
