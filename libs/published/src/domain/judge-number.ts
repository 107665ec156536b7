import { siteDate } from './site-time.js';
import { reason, type Answer, type Judgement, type Reason, type Verdict } from './judgement.js';
import type { LedgerEvidence } from './ledger-evidence.js';
import type { PublishedCertificate } from './published-certificate.js';

/**
 * What can be said by the number alone (certificate.md): that it was issued, to be compared with the paper; never
 * that a paper or a file is genuine. What ended a certificate's validity is said first.
 */
export function judgeNumber(certificate: PublishedCertificate, ledger: LedgerEvidence): Judgement {
  const { number, agency } = certificate;
  const ended = stateReason(certificate);
  const questions: Judgement['questions'] = [
    answer('file', reason('verify.file-unchecked')),
    ledger.answer,
    answer('signer', reason('verify.signer-unchecked', { zh: agency.zh, en: agency.en })),
  ];
  const { verdict, title, reasons } = ended
    ? endedVerdict(certificate, ended)
    : standing(certificate, ledger);
  return {
    ...{ verdict, title, reasons, questions, number, certificate, seals: [] },
    ...(ledger.proof && { proof: ledger.proof }),
  };
}

/** Why a certificate does not stand (any more), or not yet; undefined for one that is issued. */
export function stateReason(certificate: PublishedCertificate): Reason | undefined {
  const { number, state, stateAt, replacedBy } = certificate;
  const facts = { number, date: siteDate(stateAt) };
  if (state === 'issued') return undefined;
  if (state === 'superseded')
    return reason('verify.state-superseded', { ...facts, replacedBy: replacedBy ?? '' });
  if (state === 'revoked' || state === 'voided') return reason(`verify.state-${state}`, facts);
  return reason('verify.state-in-issue', facts);
}

interface Said {
  readonly verdict: Verdict;
  readonly title: Reason;
  readonly reasons: readonly Reason[];
}

function endedVerdict({ number, state }: PublishedCertificate, ended: Reason): Said {
  const inIssue = state === 'numbered' || state === 'prepared';
  const title = reason(inIssue ? 'verify.title-in-issue' : `verify.title-${state}`, { number });
  return { verdict: inIssue ? 'indeterminate' : 'not-valid', title, reasons: [ended] };
}

function standing({ number, figures }: PublishedCertificate, { answer: ledger }: LedgerEvidence): Said {
  if (ledger.answer === 'yes') {
    const said = reason(figures ? 'verify.compare-figures' : 'verify.not-published');
    return { verdict: 'issued', title: reason('verify.title-issued', { number }), reasons: [said] };
  }
  const verdict = ledger.answer === 'no' ? 'not-valid' : 'indeterminate';
  return { verdict, title: reason(`verify.title-number-${verdict}`, { number }), reasons: [ledger.detail] };
}

function answer(question: Answer['question'], detail: Reason): Answer {
  return { question, answer: 'unchecked', detail };
}
