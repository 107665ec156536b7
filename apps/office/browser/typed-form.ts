// The language link draws the page again in the other language: what was typed goes along, in this tab alone and once.

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Values = Record<string, string[]>;
interface Kept {
  readonly path: string;
  readonly forms: readonly { readonly action: string; readonly values: Values }[];
}

const storeKey = 'typed';
/** Secrets, and what a page makes anew for each form. */
const notKept = /password|^(csrf|key|sha256|assertion)$/i;

/** Lets the language link take along what was typed, and brings back what it took. */
export function keepTypedForms(): void {
  restore();
  const link = document.querySelector<HTMLAnchorElement>('a.dl-language');
  link?.addEventListener('click', (event) => {
    // Into another tab nothing goes along: this one still has it.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = 'posted' in link.dataset;
    const forms = sentForms()
      .filter((form) => all || fieldsOf(form).some(isChanged))
      .map((form) => ({ action: actionOf(form), values: valuesOf(form) }));
    const kept: Kept = { path: link.pathname, forms };
    if (forms.length > 0) sessionStorage.setItem(storeKey, JSON.stringify(kept));
  });
}

function restore(): void {
  const text = sessionStorage.getItem(storeKey);
  if (text === null) return;
  sessionStorage.removeItem(storeKey);
  const kept = JSON.parse(text) as Kept;
  if (kept.path !== location.pathname) return;
  const forms = sentForms();
  for (const { action, values } of kept.forms) {
    const same = forms.find((form) => actionOf(form) === action);
    // The page that checks a form sends it elsewhere than the form itself.
    const only = forms.length === 1 && kept.forms.length === 1 ? forms[0] : undefined;
    const form = same ?? only;
    if (form) fillIn(form, values);
  }
}

/** Forms that write. A registration is kept as a draft, its lines with it. */
function sentForms(): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>('main form[method=post]:not([data-registration])')];
}

function actionOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).pathname;
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input[name], select[name], textarea[name]')].filter(
    ({ name, type }) => !notKept.test(name) && type !== 'password' && type !== 'file',
  );
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const untouched = options.some((one) => one.defaultSelected) || field.multiple;
    return untouched ? options.some((one) => one.selected !== one.defaultSelected) : field.selectedIndex > 0;
  }
  return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const field of fieldsOf(form)) {
    const list = (values[field.name] ??= []);
    if (field instanceof HTMLSelectElement) list.push(...[...field.selectedOptions].map((one) => one.value));
    else if (!isBox(field) || field.checked) list.push(field.value);
  }
  return values;
}

function fillIn(form: HTMLFormElement, values: Values): void {
  const taken: Record<string, number> = {};
  for (const field of fieldsOf(form)) {
    const list = values[field.name];
    // Hidden fields are the page's own; only the interrupted form that the sign-in page carries was typed.
    if (!list || (field.type === 'hidden' && field.name !== 'kept')) continue;
    if (field instanceof HTMLSelectElement) {
      for (const option of field.options) option.selected = list.includes(option.value);
    } else if (isBox(field)) field.checked = list.includes(field.value);
    else {
      const nth = taken[field.name] ?? 0;
      taken[field.name] = nth + 1;
      field.value = list[nth] ?? field.value;
    }
    field.closest('details')?.setAttribute('open', '');
  }
}

function isBox(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}
