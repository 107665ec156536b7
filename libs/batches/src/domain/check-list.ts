import { DomainError, type FieldError, type LotId } from '#kernel';
import type { Site } from './snapshot.js';

/** A line as the coordinator asks for it. */
export interface AskedLine {
  readonly lot: LotId;
  readonly site?: string;
}

/**
 * The code of the site of each line, in order: the named one, or the only one. Every lot once, every site once.
 * Throws `invalid` `batch.wrong-list` with a field for each wrong line or site: `batch.site-twice`,
 * `batch.lot-twice`, `batch.site-missing`, `batch.site-unknown`.
 */
export function sitesOfLines(sites: readonly Site[], lines: readonly AskedLine[]): string[] {
  const codes = sites.map(({ code }) => code);
  const fields: FieldError[] = codes.flatMap((code, i) =>
    codes.indexOf(code) < i
      ? [{ pointer: `/sites/${i}/code`, code: 'batch.site-twice', facts: { site: code } }]
      : [],
  );
  const seen = new Set<LotId>();
  const found = lines.map(({ lot, site }, i) => {
    if (seen.has(lot)) fields.push({ pointer: `/lots/${i}/lot`, code: 'batch.lot-twice', facts: { lot } });
    seen.add(lot);
    const chosen = site ?? (codes.length === 1 ? codes[0] : undefined);
    if (chosen !== undefined && codes.includes(chosen)) return chosen;
    const code = chosen === undefined ? 'batch.site-missing' : 'batch.site-unknown';
    fields.push({ pointer: `/lots/${i}/site`, code, facts: { site: chosen ?? '', sites: codes.join(', ') } });
    return '';
  });
  if (fields.length > 0) throw new DomainError('invalid', 'batch.wrong-list', {}, fields);
  return found;
}
