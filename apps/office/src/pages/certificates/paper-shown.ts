import type { CertificateContent, Preview } from '#certificates';
import type { Words } from '../shell/words.js';

/** What a certificate states, or would state once it has a number. */
export type PaperContent = Preview['content'] &
  Partial<Pick<CertificateContent, 'number' | 'issuedAt' | 'ledger'>>;

type Measure = { readonly amount: string; readonly unit: string };
const shownLines = 200;

/**
 * The content of a certificate as its page shows it: names for codes, amounts and moments for reading. The names are
 * those that the certificate carries, whatever the catalogue calls things today.
 */
export function paperShown(content: PaperContent, words: Words) {
  const { agencies, methods } = content.names;
  const named = (names: typeof agencies, code: string) => words.name(names[code] ?? { zh: code, en: code });
  const agency = (code: string) => named(agencies, code);
  const { number, seal, photos, lead } = content;
  return {
    ...{ number, seal, photos: photos.length },
    otherLanguage: words.language === 'en' ? 'zh-CN' : 'en',
    agency: agency(content.agency),
    reference: content.batch.reference,
    title: content.batch.title,
    method: named(methods, content.method.code),
    ...figuresShown(content, words),
    sites: content.sites.map(({ name, address, event, startedAt, endedAt }) => ({
      ...{ name: words.name(name), address, event },
      ...{ from: words.time(startedAt), to: words.time(endedAt) },
    })),
    approvals: content.approvals.map(({ agency: code, person, decidedAt, factor }) => ({
      ...{ agency: agency(code), person, factor, when: words.time(decidedAt) },
    })),
    lead: `${lead.person} · ${agency(lead.agency)}`,
    witnesses: content.witnesses.map(({ person, agency: code, statement }) => ({
      ...{ person, agency: agency(code), statement },
    })),
    exclusions: content.exclusions.map(({ lot, reason }) => ({ lot, reason })),
    checkpoint: content.ledger?.checkpoint,
  };
}

function figuresShown({ headline, unitTotals, lines }: PaperContent, words: Words) {
  const measure = measureOf(words);
  return {
    headline: headline && { figure: measure(headline), rule: words.name(headline.rule) },
    totals: unitTotals.map(({ destroyed, base }) => ({
      destroyed: measure(destroyed),
      ...(destroyed.unit !== base.unit && { base: measure(base) }),
    })),
    lines: lines.slice(0, shownLines).map((line) => lineShown(line, words)),
    lineCount: lines.length,
  };
}

function lineShown(line: PaperContent['lines'][number], words: Words) {
  const { code, category, description, declared, destroyed, difference = [] } = line;
  const measure = measureOf(words);
  return {
    ...{ code, description, category: words.category(category) },
    ...{ declared: measure(declared), destroyed: measure(destroyed) },
    differences: difference.map((one) => ({
      kind: words.t(`issue.difference-${one.kind}`),
      figure: measure(one),
      reason: one.reason,
    })),
  };
}

function measureOf(words: Words) {
  return ({ amount, unit }: Measure) => `${words.amount(amount)} ${words.unit(unit)}`;
}

/** What was checked before a certificate can be issued at all, in figures. */
export function checksShown({ sites, lines, witnesses, approvals }: PaperContent, words: Words): string[] {
  const short = lines.filter(({ difference = [] }) => difference.length > 0).length;
  const agencies = new Set(witnesses.map(({ agency }) => agency)).size;
  return [
    words.t('issue.check-events', { events: sites.length, lots: lines.length }),
    words.t('issue.check-witnesses', { count: witnesses.length, agencies }),
    words.t('issue.check-approvals', { count: approvals.length }),
    words.t('issue.check-differences', { count: short, equal: lines.length - short }),
  ];
}
