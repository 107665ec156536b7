import { sha256Hex, type CertificateNumber, type Instant } from '#kernel';
import type { PaperCheck, PaperReason } from '#papers';
import { judgeFile, type FileFacts } from './judge-file.js';
import { reason } from './judgement.js';
import { ledgerAnswer } from './ledger-evidence.js';
import type { PublishedCertificate, PublishedState } from './published-certificate.js';

const number = 'SLX-2026-000039-I' as CertificateNumber;
const seal = sha256Hex('seal');
const file = { sha256: sha256Hex('file'), length: 4 };
const issued = { revision: 1, ...file };

const signature = (own: object = {}): PaperCheck['signatures'][number] =>
  ({
    field: 'Issuer',
    check: { ok: true, reasons: [], signer: { sha256: seal, commonName: 'Seal', organization: '机关' } },
    ...own,
  }) as never;
const paper = (own: Partial<PaperCheck> = {}): PaperCheck => ({
  reasons: [],
  revisions: [file],
  signatures: [signature()],
  issued,
  ...own,
});
const certificate = (state: PublishedState = 'issued'): PublishedCertificate => ({
  ...{ number, state, revisions: [issued] },
  stateAt: '2026-11-18T20:00:00.000Z' as Instant,
  issuedAt: '2026-11-18T08:00:00.000Z' as Instant,
  agency: { code: 'SLX', zh: '机关', en: 'Agency' },
});
const facts = (own: Partial<FileFacts> = {}): FileFacts => ({
  ...{ file, paper: paper(), claimed: number, certificate: certificate() },
  ledger: ledgerAnswer('yes', reason('verify.ledger-yes')),
  trust: [{ sha256: seal, agency: 'SLX' }],
  ...own,
});
const damaged = (...reasons: PaperReason[]) => {
  const { issued: _, ...rest } = paper({ reasons });
  return rest;
};
const said = (own: Partial<FileFacts> = {}) => {
  const { verdict, title, reasons, questions } = judgeFile(facts(own));
  return {
    verdict,
    title: title.code,
    reasons: reasons.map(({ code }) => code),
    answers: questions.map((q) => q.answer),
  };
};

describe('the verdict on a file', () => {
  it('is valid only if all three questions are answered yes and the certificate stands', () => {
    expect(said()).toEqual({
      verdict: 'valid',
      title: 'verify.title-valid',
      reasons: [],
      answers: ['yes', 'yes', 'yes'],
    });
  });

  it.each(['superseded', 'revoked', 'voided'] as const)(
    'is not valid for a certificate that is %s, and says that before anything else',
    (state) => {
      const whole = said({ certificate: certificate(state) });
      const broken = said({ certificate: certificate(state), paper: damaged('bytes-changed') });
      expect([whole.verdict, whole.title, whole.reasons[0]]).toEqual([
        'not-valid',
        `verify.title-${state}`,
        `verify.state-${state}`,
      ]);
      expect([broken.verdict, broken.reasons.slice(0, 2)]).toEqual([
        'not-valid',
        [`verify.state-${state}`, 'paper.bytes-changed'],
      ]);
    },
  );

  it('says the day of a revocation in the time of the site', () => {
    expect(judgeFile(facts({ certificate: certificate('revoked') })).reasons[0]!.facts).toMatchObject({
      date: '2026-11-19',
    });
  });

  it('is not valid for a right seal without an entry in the ledger', () => {
    const { ledger: _, ...rest } = facts();
    const { verdict, reasons } = judgeFile(rest);
    expect([verdict, reasons.map(({ code }) => code)]).toEqual(['not-valid', ['verify.ledger-no-entry']]);
  });

  it('is not valid when the proof inside of the file does not hold', () => {
    expect(said({ carried: reason('verify.proof-missing') })).toMatchObject({
      verdict: 'not-valid',
      answers: ['yes', 'no', 'yes'],
    });
  });

  it('can not be drawn before a checkpoint covers the entry', () => {
    const ledger = ledgerAnswer('unknown', reason('verify.ledger-no-checkpoint'));
    expect(said({ ledger })).toMatchObject({
      verdict: 'indeterminate',
      title: 'verify.title-indeterminate',
      reasons: ['verify.ledger-no-checkpoint'],
    });
  });

  it.each(['truncated', 'not-a-pdf', 'too-large'] as const)(
    'can not be drawn of a file that is %s',
    (fault) => {
      const broken = { ...damaged(fault), revisions: [], signatures: [] };
      expect(said({ paper: broken })).toMatchObject({
        verdict: 'indeterminate',
        title: `verify.title-${fault}`,
        answers: ['unknown', 'unknown', 'unknown'],
      });
    },
  );

  it.each(['bytes-changed', 'file-rewritten', 'signature-stripped', 'unknown-file'] as const)(
    'is not valid for a file with %s',
    (fault) => {
      expect(said({ paper: damaged(fault) })).toMatchObject({
        verdict: 'not-valid',
        title: 'verify.title-not-valid',
        reasons: [`paper.${fault}`, 'verify.ledger-other-file'],
      });
    },
  );
});

describe('who signed', () => {
  const third = (own: Partial<FileFacts>) => judgeFile(facts(own)).questions[2];

  it('must be the agency that issued the number, not any agency that is trusted here', () => {
    const trust = [{ sha256: seal, agency: 'YCB' }];
    expect(third({ trust })).toMatchObject({ answer: 'no', detail: { code: 'verify.signer-other-agency' } });
  });

  it('is answered no as soon as one of several signatures fails, with its reason', () => {
    const bad = signature({ check: { ok: false, reasons: ['certificate-expired'] } });
    expect(third({ paper: paper({ signatures: [signature(), bad] }) })).toMatchObject({
      answer: 'no',
      detail: { code: 'signature.certificate-expired' },
    });
  });

  it('covers only a part where something was appended later', () => {
    expect(third({ paper: damaged('bytes-appended') })).toMatchObject({
      answer: 'no',
      detail: { code: 'verify.signer-part-only' },
    });
  });

  it('is nobody where the structure is sound and holds no signature, and unclear where it is broken', () => {
    const unsigned = { ...damaged('signature-stripped'), signatures: [] };
    expect(third({ paper: unsigned })).toMatchObject({
      answer: 'no',
      detail: { code: 'verify.signer-none' },
    });
    expect(third({ paper: { ...unsigned, revisions: [] } })).toMatchObject({
      answer: 'unknown',
      detail: { code: 'verify.signer-unreadable' },
    });
  });
});
