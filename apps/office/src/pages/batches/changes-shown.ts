import type { LineChange, ListDifference } from '#batches';
import type { Words } from '../shell/words.js';

/** What a version changed against the one before, for a table of both. */
export function changesShown({ from, to, head, lines, papers }: ListDifference, words: Words) {
  const kinds = lines.map(kindOf);
  const count = (kind: Kind) => kinds.filter((one) => one === kind).length;
  return {
    from,
    to,
    count: head.length + lines.length,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    head: head.map(({ field, before, after }) => ({
      name: words.t(field === 'title' ? 'changes.title-field' : `changes.${field}`),
      before: headText(field, before, words),
      after: headText(field, after, words),
    })),
    lines: lines
      .map((line) => ({
        code: line.code,
        kind: kindOf(line),
        goods: goodsOf(line, words),
        before: termsText(line.before, line, words),
        after: termsText(line.after, line, words),
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    papers: papers.map((paper) => words.t(`changes.${paper}`)),
  };
}

type Kind = 'added' | 'removed' | 'changed';

function kindOf({ before, after }: LineChange): Kind {
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

function goodsOf({ before, after }: LineChange, words: Words): string {
  const { category, description } = (after ?? before)!;
  return `${words.category(category)} · ${description}`;
}

/** What of a line differs, beside its quantity, which always stands. */
function termsText(terms: LineChange['after'], { before, after }: LineChange, words: Words): string {
  if (!terms) return '—';
  const other = terms === after ? before : after;
  const differs = (field: 'site' | 'method' | 'description') => other && other[field] !== terms[field];
  return [
    words.quantity(terms.quantity),
    ...(differs('site') ? [terms.site] : []),
    ...(differs('method') ? [words.method(terms.method)] : []),
    ...(differs('description') ? [terms.description] : []),
  ].join(' · ');
}

function headText(field: ListDifference['head'][number]['field'], value: unknown, words: Words): string {
  if (field === 'sites') return (value as { name: string }[]).map(({ name }) => name).join(', ');
  if (field === 'method') return value === 'mixed' ? words.t('batches.mixed') : words.method(String(value));
  return String(value);
}
