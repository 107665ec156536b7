import type { CheckedSignature, PaperCheck } from '#papers';
import { reason, type Answer, type Reason, type ShownSeal } from './judgement.js';
import type { PublishedCertificate, TrustedSeal } from './published-certificate.js';

interface SignerFacts {
  readonly paper: PaperCheck;
  readonly certificate?: PublishedCertificate;
  readonly trust: readonly TrustedSeal[];
}

/**
 * The third question: who signed, and is that identity trusted here. Every signature must hold; the first one must be
 * the seal of the agency that issued this number, not just of any agency here.
 */
export function answerSigner(facts: SignerFacts): Answer {
  const { paper, certificate } = facts;
  const [first] = paper.signatures;
  if (!first) return withoutSignature(paper);
  const faulty = paper.signatures.find(({ check }) => !check.ok);
  if (faulty) return answer('no', reason(`signature.${faulty.check.reasons[0] ?? 'signature-wrong'}`));
  const seal = sealOf(first);
  const names = { name: seal.name, organization: seal.organization };
  if (certificate && !belongsTo(certificate, seal.sha256, facts.trust)) {
    const { zh, en } = certificate.agency;
    return answer('no', reason('verify.signer-other-agency', { ...names, zh, en }));
  }
  const changedLater = paper.reasons.some((code) => partial.has(code));
  if (changedLater) return answer('no', reason('verify.signer-part-only', names));
  const seals = String(paper.signatures.length);
  return answer('yes', reason('verify.signer-yes', { ...names, seals }));
}

/** What a signature says about itself and whether it holds, for people. */
export function sealOf({ field, check }: CheckedSignature): ShownSeal {
  const { signer } = check;
  return {
    field,
    ok: check.ok,
    name: signer?.commonName ?? '',
    organization: signer?.organization ?? '',
    sha256: signer?.sha256 ?? '',
    reasons: check.reasons.map((code) => `signature.${code}`),
  };
}

/** Changes that stand behind what the seal covers. */
const partial = new Set<string>(['bytes-appended', 'pages-replaced', 'attachment-replaced']);

function belongsTo({ agency }: PublishedCertificate, seal: string, trust: readonly TrustedSeal[]): boolean {
  return trust.some(({ sha256, agency: owner }) => sha256 === seal && owner === agency.code);
}

function withoutSignature({ reasons, revisions }: PaperCheck): Answer {
  if (reasons[0] === 'truncated') return answer('unknown', reason('verify.signer-cut'));
  // Without a structure that can be followed there may be a seal, or none.
  if (revisions.length === 0) return answer('unknown', reason('verify.signer-unreadable'));
  return answer('no', reason('verify.signer-none'));
}

function answer(said: Answer['answer'], detail: Reason): Answer {
  return { question: 'signer', answer: said, detail };
}
