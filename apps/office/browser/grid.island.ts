// The registration of a seizure: the line grid, its totals, the draft that nothing is lost of, photos before there is
// a number. Without this script the same page is an ordinary form.
import { restoreDraft } from './draft-restoring.js';
import { DraftSaving } from './draft-saving.js';
import { takeKeys, takePaste } from './grid-input.js';
import { foldRows } from './grid-narrow.js';
import { gridOf, type Grid } from './grid-table.js';
import { amountsByUnit, showTotals } from './grid-totals.js';
import { dropPhoto, keptPhotos } from './kept-photos.js';
import { whenIdle } from './when-idle.js';
import { pickPhotos, type PhotoPicking } from './photo-picking.js';

const form = document.querySelector<HTMLFormElement>('[data-registration]');
const table = form?.querySelector<HTMLTableElement>('[data-grid]');
if (form && table) enhance(gridOf(form, table), form.dataset['person'] ?? '');

function enhance(grid: Grid, person: string): void {
  const note = document.querySelector<HTMLElement>('[data-grid-note]');
  takePaste(grid, note);
  takeKeys(grid, note);
  takeDefaults(grid);
  const saving = new DraftSaving(grid.form, person);
  grid.onChange(() => saving.touched());
  const photos = pickPhotos(grid, person);
  restoreDraft(grid, saving, person, (id) => {
    void keptPhotos(id, person).then((kept) => kept.forEach(({ key }) => void dropPhoto(key)));
  });
  void photos.show();
  grid.table.addEventListener('input', () => grid.changed());
  showTotals(grid, document.querySelector<HTMLElement>('[data-grid-totals]'));
  foldRows(grid);
  showBar(grid, photos);
}

/** A line that gets its first goods takes the defaults of the header. */
function takeDefaults({ form: whole, table: cells, fieldsIn, placeOf, body, valueIn }: Grid): void {
  const usual = (name: string) =>
    whole.querySelector<HTMLInputElement>(`[data-default="${name}"]`)?.value.trim() ?? '';
  cells.addEventListener('change', ({ target }) => {
    const field = target as HTMLInputElement;
    if (!field.matches('[name$=".description"],[name$=".amount"]') || field.value.trim() === '') return;
    const { row } = placeOf(field);
    for (const name of ['category', 'unit']) {
      const own = fieldsIn(row).find((one) => one.name.endsWith(`.${name}`));
      if (own && own.value.trim() === '') own.value = usual(name);
    }
  });
  whole.querySelector('[data-default="basis"]')?.addEventListener('change', () => {
    Array.from(body.rows).forEach((row, index) => {
      if (valueIn(row, 'description') !== '' || valueIn(row, 'amount') !== '') return;
      const own = fieldsIn(index).find((one) => one.name.endsWith('.basis'));
      if (own) own.value = usual('basis');
    });
  });
}

/** How many lines, units and unsent photos there are, beside the buttons. */
function showBar(grid: Grid, photos: PhotoPicking): void {
  const bar = document.querySelector<HTMLElement>('[data-bar-state]');
  const sentence = bar?.dataset['text'] ?? '';
  const show = () => {
    const rows = Array.from(grid.body.rows).filter(
      (row) => grid.valueIn(row, 'description') !== '' || grid.valueIn(row, 'amount') !== '',
    ).length;
    const units = amountsByUnit(grid).size;
    const text = sentence.replace('{rows}', String(rows)).replace('{units}', String(units));
    if (bar) bar.textContent = text.replace('{photos}', String(photos.count()));
  };
  grid.onChange(whenIdle(show, 300));
}
