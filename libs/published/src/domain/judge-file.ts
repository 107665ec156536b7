import type { CertificateNumber, Sha256 } from '#kernel';
import type { PaperCheck } from '#papers';
import { stateReason } from './judge-number.js';
import { answerSigner, sealOf } from './judge-signer.js';
import { reason, type Answer, type Judgement, type Reason, type Verdict } from './judgement.js';
import { ledgerAnswer, type LedgerEvidence } from './ledger-evidence.js';
import type { PublishedCertificate, TrustedSeal } from './published-certificate.js';

export interface FileFacts {
  readonly file: { readonly sha256: Sha256; readonly length: number };
  readonly paper: PaperCheck;
  /** What the file says of itself. */
  readonly claimed?: CertificateNumber;
  readonly certificate?: PublishedCertificate;
  /** Of the entry that issued exactly this file; absent where the ledger has none. */
  readonly ledger?: LedgerEvidence;
  /** Whether the proof inside of the file holds; absent where the file is none of the issued ones. */
  readonly carried?: Reason;
  readonly trust: readonly TrustedSeal[];
}

/** Damage by which nobody can tell a forgery from a bad download. */
const undecided = new Set(['truncated', 'not-a-pdf', 'too-large']);

/** Answers the three questions about a file and draws the verdict from the answers and the certificate's state. */
export function judgeFile(facts: FileFacts): Judgement {
  const { certificate, claimed, file, paper } = facts;
  const questions = [answerFile(facts), answerLedger(facts), answerSigner(facts)] as const;
  const number = certificate?.number ?? claimed;
  return {
    ...verdictOf(facts, questions),
    questions: [...questions],
    ...(number && { number }),
    ...(certificate && { certificate }),
    ...(facts.ledger?.proof && { proof: facts.ledger.proof }),
    file: { ...file, ...(paper.issued && { revision: paper.issued.revision }) },
    seals: paper.signatures.map(sealOf),
  };
}

function answerFile({ file, paper, certificate }: FileFacts): Answer {
  const { issued, reasons } = paper;
  if (issued) {
    const revisions = String(certificate?.revisions.length ?? 1);
    const facts = { sha256: file.sha256, revision: String(issued.revision), revisions };
    return { question: 'file', answer: 'yes', detail: reason('verify.file-issued', facts) };
  }
  const first = reasons[0] ?? 'unknown-file';
  return {
    question: 'file',
    answer: undecided.has(first) ? 'unknown' : 'no',
    detail: reason(`paper.${first}`),
  };
}

function answerLedger({ certificate, claimed, ledger, carried, paper }: FileFacts): Answer {
  if (paper.issued && ledger) {
    // The proof that the file carries must hold, too: it is what others check without this site.
    if (ledger.answer.answer === 'yes' && carried) return ledgerAnswer('no', carried).answer;
    return ledger.answer;
  }
  const number = certificate?.number ?? claimed ?? '';
  const unclear = undecided.has(paper.reasons[0] ?? '');
  if (unclear && number !== '')
    return ledgerAnswer('unknown', reason('verify.ledger-number-only', { number })).answer;
  if (unclear) return ledgerAnswer('unknown', reason('verify.ledger-unreadable')).answer;
  const code = certificate && !paper.issued ? 'verify.ledger-other-file' : 'verify.ledger-no-entry';
  return ledgerAnswer('no', reason(code, { number })).answer;
}

function verdictOf({ certificate, paper }: FileFacts, questions: readonly Answer[]) {
  const ended = certificate && stateReason(certificate);
  const answers = questions.map(({ answer }) => answer);
  const file = paper.reasons.map((code) => reason(`paper.${code}`));
  const others = questions.slice(1).filter(({ answer }) => answer !== 'yes');
  const reasons = [...(ended ? [ended] : []), ...file, ...others.map(({ detail }) => detail)];
  const said = (verdict: Verdict, code: string) => ({
    verdict,
    title: reason(code, { number: certificate?.number ?? '' }),
    reasons,
  });
  if (ended && certificate.state !== 'numbered' && certificate.state !== 'prepared')
    return said('not-valid', `verify.title-${certificate.state}`);
  if (answers.includes('no')) return said('not-valid', 'verify.title-not-valid');
  if (ended) return said('indeterminate', 'verify.title-in-issue');
  if (!answers.includes('unknown')) return said('valid', 'verify.title-valid');
  const first = paper.reasons[0];
  return said('indeterminate', first ? `verify.title-${first}` : 'verify.title-indeterminate');
}
