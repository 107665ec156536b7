import type { Language } from '#platform';
import {
  formatDate,
  formatSpan,
  formatTime,
  type Figures,
  type Judgement,
  type PublishedCertificate,
} from '#published';
import { formatAmount } from '#quantity';

const looks = { valid: 'ok', issued: 'info', indeterminate: 'warn', 'not-valid': 'err' } as const;
/** Beside a paper that does not hold, the content is what was really issued under its number. */
const contentTitles = {
  valid: 'page.content',
  issued: 'page.compare',
  indeterminate: 'page.content-issued',
  'not-valid': 'page.content-issued',
} as const;
const answerLooks = { yes: 'ok', no: 'err', unknown: 'warn', unchecked: 'info' } as const;

/** What the verdict page shows: colours, figures and what to do next, texts still as codes. */
export function presentJudgement(judgement: Judgement, language: Language, checkedAt: string) {
  const { verdict, title, reasons, certificate, proof, file, seals, number } = judgement;
  const [first, ...more] = reasons;
  return {
    look: looks[verdict],
    title,
    // The first question repeats what is wrong with the file; here stands the one thing to know.
    lead: first ?? { code: 'page.lead-valid', facts: {} },
    more: more.filter(({ code }) => code.startsWith('paper.') || code.startsWith('verify.state-')),
    checkedAt,
    number,
    file,
    questions: judgement.questions.map(({ question, answer, detail }) => ({
      ...{ question, answer, detail },
      look: answerLooks[answer],
      note: question === 'file' && file ? `SHA-256 ${file.sha256}` : undefined,
    })),
    ...(certificate && { certificate: presentCertificate(certificate, language) }),
    contentTitle: contentTitles[verdict],
    proof,
    seals,
    next: nextSteps(judgement),
  };
}

/** Numbered advice for whoever got no clear yes. */
function nextSteps({ verdict, title, file }: Judgement): string[] {
  if (verdict === 'valid') return [];
  if (verdict === 'issued') return ['page.next-compare', 'page.next-upload'];
  if (title.code === 'verify.title-in-issue') return ['page.next-later'];
  if (verdict === 'indeterminate' && !file) return ['page.next-later', 'page.next-ask'];
  if (verdict === 'indeterminate')
    return ['page.next-original', 'page.next-again', 'page.next-number', 'page.next-ask'];
  return file
    ? ['page.next-dont-rely', 'page.next-original', 'page.next-number', 'page.next-ask']
    : ['page.next-dont-rely', 'page.next-ask'];
}

function presentCertificate(certificate: PublishedCertificate, language: Language) {
  const { number, state, issuedAt, agency, figures, replacedBy, stateAt } = certificate;
  return {
    ...{ number, state, replacedBy },
    agency: named(agency, language),
    issuedAt: formatTime(issuedAt),
    stateAt: formatDate(stateAt),
    ...(figures && { figures: presentFigures(figures, language) }),
  };
}

/** Released figures in one language. */
export function presentFigures(figures: Figures, language: Language) {
  const { headline, destroyed } = figures;
  const amount = (one: { amount: string; unit: { zh: string; en: string } }) => ({
    amount: formatAmount(one.amount),
    unit: named(one.unit, language),
  });
  return {
    ...(headline && {
      headline: {
        ...amount(headline),
        rule: named(headline.rule, language),
        categories: headline.categories,
      },
    }),
    unitTotals: figures.unitTotals.map(amount),
    totals: figures.totals.map((one) => ({ ...amount(one), category: named(one.category, language) })),
    date: formatSpan(destroyed.from, destroyed.to, destroyed.utcOffset),
    agencies: figures.agencies.map((name) => named(name, language)),
    sites: figures.sites.map((name) => named(name, language)),
    method: named(figures.method, language),
    batch: figures.batch.reference,
  };
}

export function named(name: { zh: string; en: string }, language: Language): string {
  return language === 'en' ? name.en : name.zh;
}
