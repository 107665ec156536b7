// Photos of a registration that has no number yet: chosen, bound to a line, kept on this device.
import type { Grid } from './grid-table.js';
import { canKeep, dropPhoto, keepPhoto, keptPhotos, type KeptPhoto } from './kept-photos.js';
import { tileOf } from './photo-tiles.js';

export interface PhotoPicking {
  count(): number;
  /** Shows the photos of the draft that the page goes on with. */
  show(): Promise<void>;
}

export function pickPhotos(grid: Grid, person: string): PhotoPicking {
  const section = document.querySelector<HTMLElement>('[data-kept-photos]');
  if (!section || !canKeep()) return { count: () => 0, show: () => Promise.resolve() };
  section.hidden = false;
  const list = section.querySelector<HTMLElement>('[data-photo-list]')!;
  const choice = section.querySelector<HTMLSelectElement>('select')!;
  const said = section.querySelector<HTMLElement>('[data-photo-count]')!;
  const seizure = () => grid.form.querySelector<HTMLInputElement>('input[name="id"]')!.value;
  const counted = () => {
    const count = list.children.length;
    said.textContent = count === 0 ? '' : (said.dataset['text'] ?? '').replace('{count}', String(count));
  };
  const show = async () => {
    const kept = await keptPhotos(seizure(), person).catch(() => []);
    list.replaceChildren(...kept.map((photo) => elementOf(grid, section, photo, counted)));
    counted();
  };
  const keep = async (files: readonly File[]) => {
    const lot = choice.value === '' ? '' : grid.bindLot(Number(choice.value));
    for (const file of files) await keepPhoto(file, { seizure: seizure(), person, lot });
    await show();
    grid.changed();
  };
  const input = section.querySelector<HTMLInputElement>('input[type=file]')!;
  input.addEventListener('change', () => {
    const files = Array.from(input.files ?? []);
    input.value = '';
    keep(files).catch(() => {
      said.textContent = section.dataset['refused'] ?? '';
    });
  });
  choice.addEventListener('focus', () => offerRows(grid, section, choice));
  grid.body.addEventListener('focusin', ({ target }) => {
    const row = (target as HTMLElement).closest('tr')?.sectionRowIndex ?? 0;
    const known = Array.from(choice.options).some(({ value }) => value === String(row));
    if (!known) choice.add(new Option(rowName(section, row), String(row)));
    choice.value = String(row);
  });
  offerRows(grid, section, choice);
  return { count: () => list.children.length, show };
}

function elementOf(grid: Grid, section: HTMLElement, photo: KeptPhoto, counted: () => void): HTMLLIElement {
  const row = photo.lot === '' ? -1 : grid.rowOfLot(photo.lot);
  const tile = tileOf(photo, row < 0 ? (section.dataset['whole'] ?? '') : rowName(section, row));
  tile.say(section.dataset['device'] ?? '');
  tile.offer('×', (section.dataset['remove'] ?? '').replace('{name}', photo.name), () => {
    tile.element.remove();
    counted();
    void dropPhoto(photo.key);
  });
  return tile.element;
}

function rowName(section: HTMLElement, row: number): string {
  return (section.dataset['row'] ?? '').replace('{row}', String(row + 1));
}

/** The whole seizure, or one of the lines that carry something. */
function offerRows(grid: Grid, section: HTMLElement, choice: HTMLSelectElement): void {
  const before = choice.value;
  const options = [new Option(section.dataset['whole'] ?? '', '')];
  Array.from(grid.body.rows).forEach((row, index) => {
    const words = [grid.valueIn(row, 'category'), grid.valueIn(row, 'description')].filter(Boolean);
    if (words.length > 0)
      options.push(new Option(`${rowName(section, index)} ${words.join(' · ')}`, String(index)));
  });
  choice.replaceChildren(...options);
  choice.value = before;
  if (choice.selectedIndex < 0) choice.value = '';
}
