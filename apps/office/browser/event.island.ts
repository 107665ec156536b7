// Beside the result of a lot: whether what was typed adds up to what was staged. Without this script the server says so.
import { differenceTo, plainOf } from './amounts.js';

const run = document.querySelector<HTMLFormElement>('[data-run]');
if (run) compare(run);

function compare(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-run-sum]');
  if (!place) return;
  form.addEventListener('input', () => {
    place.textContent = sentence(form);
  });
}

function sentence(form: HTMLFormElement): string {
  const [destroyed = '', ...rest] = ['destroyed', 'returned', 'missing'].map((name) => amountIn(form, name));
  if (destroyed === '') return '';
  const difference = differenceTo(form.dataset['staged'] ?? '', [destroyed, ...rest]);
  if (difference === undefined) return '';
  if (difference === '0') return form.dataset['equal'] ?? '';
  const said = form.dataset[difference.startsWith('-') ? 'less' : 'more'] ?? '';
  return said.replace('#', difference.replace('-', ''));
}

function amountIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? plainOf(field.value) : '';
}
