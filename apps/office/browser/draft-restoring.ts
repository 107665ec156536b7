// Brings back what this device had kept when the page is opened again.
import type { DraftSaving } from './draft-saving.js';
import type { Field, Grid } from './grid-table.js';
import { fieldsOf, forgetDraft, keptDraft, newestDraft, type KeptDraft } from './kept-draft.js';

const tabKey = 'draft';

/** `onDiscard` learns of a draft that its owner does not want any more. */
export function restoreDraft(
  grid: Grid,
  saving: DraftSaving,
  person: string,
  onDiscard: (id: string) => void,
): void {
  const { form } = grid;
  const id = form.querySelector<HTMLInputElement>('input[name="id"]')!.value;
  const origin = form.dataset['origin'];
  const mine = keptDraft(person, id);
  const kept = origin === 'new' ? newestDraft(person) : mine;
  const rememberTab = (of: string) => sessionStorage.setItem(tabKey, of);
  const typed = JSON.stringify(fieldsOf(form));
  // A form that was sent and came back says all that this device knows.
  if (kept === undefined || origin === 'post' || JSON.stringify(kept.fields) === typed) {
    if (mine && origin === 'draft') forgetDraft(id);
    rememberTab(id);
    return;
  }
  const version = Number(form.querySelector<HTMLInputElement>('input[name="draftVersion"]')!.value);
  const goOn = () => {
    fillIn(grid, kept);
    saving.goOnFrom(origin === 'draft' ? { ...kept, version } : kept);
    rememberTab(kept.id);
  };
  const sameTab = sessionStorage.getItem(tabKey) === kept.id;
  const fresh = origin === 'draft' ? kept.version === version : sameTab;
  if (fresh) goOn();
  offer(kept, fresh, goOn, () => {
    forgetDraft(kept.id);
    onDiscard(kept.id);
  });
  if (!fresh) rememberTab(id);
}

function offer(kept: KeptDraft, done: boolean, goOn: () => void, discard: () => void): void {
  const note = document.querySelector<HTMLElement>('[data-draft-found]');
  if (!note) return;
  const text = note.querySelector<HTMLElement>('[data-text]')!;
  const buttons = note.querySelectorAll<HTMLButtonElement>('button');
  const time = new Date(kept.at).toLocaleString(document.documentElement.lang, { hour12: false });
  text.textContent = done
    ? (text.dataset['restored'] ?? '')
    : (text.dataset['text'] ?? '').replace('{time}', time).replace('{lines}', String(kept.lines));
  note.hidden = false;
  buttons.forEach((button) => {
    button.hidden = done;
    button.addEventListener('click', () => {
      if ('continue' in button.dataset) goOn();
      else discard();
      note.hidden = true;
    });
  });
}

function fillIn(grid: Grid, { fields }: KeptDraft): void {
  const { form, body } = grid;
  const last = Math.max(0, ...fields.map(([name]) => Number(/^lots\.(\d+)\./.exec(name)?.[1] ?? 0)));
  while (body.rows.length <= last && grid.addRow());
  for (const [name, value] of fields) {
    const lot = /^lots\.(\d+)\.id$/.exec(name);
    if (lot) grid.bindLot(Number(lot[1]), value);
    else if (name !== 'rows') setField(form, name, value);
  }
  grid.changed();
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof RadioNodeList) field.value = value;
  else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
    (field as Field).value = value;
}
