import type { Messages } from '#platform';
import { formatSpan, formatTime, type Judgement, type PublishedCertificate } from '#published';
import { formatAmount } from '#quantity';

/** A text in both languages of the certificate; English is left out where it is the same. */
interface Both {
  readonly zh: string;
  readonly en?: string;
}

/**
 * The certificate as a page, in both of its languages whatever the reader's is. It has what the release of the report
 * allows (figuresOf): no persons, parties, lots; the file alone is the certificate. Undefined where no file was issued.
 */
export function presentPaper({ certificate, proof, file }: Judgement, messages: Messages) {
  if (!certificate || file || certificate.revisions.length === 0) return undefined;
  const label = (code: string): Both => ({
    zh: messages.say('zh-CN', code),
    en: messages.say('en', code),
  });
  const row = (code: string, ...values: Both[]) => ({ label: label(code), values });
  const { figures, agency, number, issuedAt, revisions, state, replacedBy } = certificate;
  return {
    number,
    title: label('page.paper-title'),
    ended: state === 'issued' ? undefined : label(`page.paper-${state}`),
    rows: [
      row('page.f-agency', plain(agency)),
      ...(figures ? figureRows(figures, row) : []),
      row('page.f-issued', same(formatTime(issuedAt))),
      ...(replacedBy ? [row('page.f-replaced-by', same(replacedBy))] : []),
      row('page.paper-file', ...revisions.map(({ sha256 }) => same(sha256))),
      ...(proof ? [row('page.paper-entry', same(`${String(proof.seq)} / ${String(proof.size)}`))] : []),
    ],
    lines: (figures?.totals ?? []).map((one) => ({
      category: plain(one.category),
      amount: formatAmount(one.amount),
      unit: plain(one.unit),
    })),
    columns: { category: label('page.col-category'), amount: label('page.col-quantity') },
  };
}

type RowOf = (code: string, ...values: Both[]) => { label: Both; values: Both[] };

function figureRows(figures: NonNullable<PublishedCertificate['figures']>, row: RowOf) {
  const { batch, headline, unitTotals, sites, agencies, method, destroyed } = figures;
  return [
    row('page.f-batch', same(batch.reference)),
    row(
      'page.f-quantity',
      ...(headline
        ? [joined(headline.amount, headline.unit, ` (${headline.rule.zh})`, ` (${headline.rule.en})`)]
        : []),
      ...unitTotals.map(({ amount, unit }) => joined(amount, unit)),
    ),
    row('page.f-sites', ...sites.map(plain)),
    row('page.f-date', same(formatSpan(destroyed.from, destroyed.to, destroyed.utcOffset))),
    row('page.f-method', plain(method)),
    row('page.f-agencies', ...agencies.map(plain)),
  ];
}

function joined(amount: string, unit: { zh: string; en: string }, zhMore = '', enMore = ''): Both {
  const digits = formatAmount(amount);
  return { zh: `${digits} ${unit.zh}${zhMore}`, en: `${digits} ${unit.en}${enMore}` };
}

function plain({ zh, en }: { zh: string; en: string }): Both {
  return zh === en ? { zh } : { zh, en };
}

function same(text: string): Both {
  return { zh: text };
}
