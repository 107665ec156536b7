import { text, type FormValues } from '../shell/form-values.js';

/** A place of destruction as a row of the form. */
export interface SiteRow {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

/** Title, method and sites of a list, as typed. */
export interface DraftHead {
  readonly title: string;
  readonly method: string;
  readonly sites: readonly SiteRow[];
}

/** Rows that a new form offers; more are asked for by a button. */
const firstRows = 2;

/** The rows of sites in a form: as many as were sent, and `more`. */
export function siteRows(values: FormValues, more = 0): SiteRow[] {
  const sent = Object.keys(values).map((name) => Number(/^sites\.(\d{1,2})\.name$/.exec(name)?.[1] ?? -1));
  const count = Math.min(50, Math.max(firstRows, Math.max(-1, ...sent) + 1) + more);
  return Array.from({ length: count }, (_, row) => {
    const field = (name: string) => text(values, `sites.${row}.${name}`);
    return { code: field('code'), name: field('name'), address: field('address') };
  });
}

/**
 * What a form says of a list, for the check of the request. Empty rows are left out; a new site gets a short code by
 * itself (lines and photos refer to it), and `rowOf` tells the row of the form for each site.
 */
export function headIn(values: FormValues): DraftHead & { readonly rowOf: readonly number[] } {
  const rows = siteRows(values).map((row, index) => ({ ...row, index }));
  const filled = rows.filter(({ name, address }) => name !== '' || address !== '');
  const taken = new Set(filled.map(({ code }) => code));
  const sites = filled.map(({ code, name, address }) => {
    if (code !== '') return { code, name, address };
    const free = freeCode(taken);
    taken.add(free);
    return { code: free, name, address };
  });
  return {
    title: text(values, 'title'),
    method: text(values, 'method'),
    sites,
    rowOf: filled.map(({ index }) => index),
  };
}

/** The form of a list that was saved. */
export function valuesOf({ title, method, sites }: DraftHead): FormValues {
  const rows = sites.flatMap((site, row) => [
    [`sites.${row}.code`, site.code],
    [`sites.${row}.name`, site.name],
    [`sites.${row}.address`, site.address],
  ]);
  return { title, method, ...(Object.fromEntries(rows) as Record<string, string>) };
}

/** The form's field for a pointer of the request. */
export function headField(pointer: string, rowOf: readonly number[]): string | undefined {
  const [, first = '', index, name] = pointer.split('/');
  if (first === 'title' || first === 'method') return first;
  if (first !== 'sites') return undefined;
  const row = index === undefined ? 0 : (rowOf[Number(index)] ?? Number(index));
  return `sites.${row}.${name === 'address' ? 'address' : 'name'}`;
}

function freeCode(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    if (!taken.has(`site-${n}`)) return `site-${n}`;
  }
}
