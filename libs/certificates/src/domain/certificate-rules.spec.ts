import {
  newId,
  sha256Hex,
  type AgencyId,
  type BatchId,
  type CertificateNumber,
  type EntryId,
  type Instant,
  type PersonId,
} from '#kernel';
import type { CertificateRecord } from './certificate-record.js';
import { mayCertify, type IssueFacts } from './number-certificate.js';
import {
  askRevocation,
  confirmRevocation,
  mayAskRevocation,
  mayConfirmRevocation,
} from './revoke-certificate.js';
import { voidCertificate } from './void-certificate.js';

const facts: IssueFacts = {
  batch: newId<BatchId>(),
  reference: 'PC-2026-0001',
  approved: true,
  openEvents: [],
  openLots: [],
  destroyedLines: 1,
};

describe('a certificate is for a finished batch, once', () => {
  it('lets an approved batch pass whose goods are all accounted for', () => {
    expect(() => mayCertify(facts)).not.toThrow();
  });

  it.each([
    [
      { standing: 'MR-2026-000001-2' as CertificateNumber },
      'certificate.already-issued',
      { number: 'MR-2026-000001-2' },
    ],
    [{ approved: false }, 'certificate.batch-not-approved', {}],
    [
      { openEvents: ['HD-2026-0001', 'HD-2026-0002'] },
      'certificate.events-open',
      { events: 'HD-2026-0001, HD-2026-0002' },
    ],
    [{ openLots: ['LOT-2026-00001'] }, 'certificate.lots-open', { lots: 'LOT-2026-00001' }],
    [{ destroyedLines: 0 }, 'certificate.nothing-destroyed', {}],
  ])('refuses %p as %s, and names it', (changes, code, named) => {
    expect(() => mayCertify({ ...facts, ...changes })).toThrow(
      expect.objectContaining({ kind: 'conflict', code, facts: { batch: 'PC-2026-0001', ...named } }),
    );
  });
});

const asker = newId<PersonId>();
const agency = newId<AgencyId>();
const issued: CertificateRecord = {
  number: 'MR-2026-000001-2' as CertificateNumber,
  batch: facts.batch,
  submission: newId<EntryId>(),
  agency,
  issuer: asker,
  state: 'issued',
  issuedAt: '2026-11-24T00:00:00.000Z' as Instant,
  contentHash: sha256Hex('content'),
  numbered: newId<EntryId>(),
  revisions: [{ revision: 1, length: 1, sha256: sha256Hex('file') }],
};
const asked = { ...issued, reason: '数量有误', revocation: { request: newId<EntryId>(), by: asker } };

describe('a revocation takes two persons', () => {
  it.each(['numbered', 'prepared', 'revoked', 'voided', 'superseded'] as const)(
    'is not for a certificate that is %s',
    (state) => {
      expect(() => mayAskRevocation({ ...issued, state })).toThrow('certificate.not-issued');
      expect(() => mayConfirmRevocation({ ...asked, state }, { person: newId(), agency })).toThrow(
        'certificate.no-revocation-asked',
      );
    },
  );

  it('is asked for once', () => {
    expect(() => mayAskRevocation(asked)).toThrow('certificate.revocation-waits');
    const reasonHash = sha256Hex('key and reason');
    expect(askRevocation(issued, { reasonHash, signature: { factor: 'password' } }).data).toEqual({
      number: issued.number,
      submission: issued.submission,
      signed: sha256Hex('file'),
      reasonHash,
      factor: 'password',
    });
  });

  it('is asked for anew where the reason of the first request was erased', () => {
    const { reason: _erased, ...left } = asked;
    expect(() => mayAskRevocation(left)).not.toThrow();
  });

  it('is never confirmed by the person who asked, whose entry is named', () => {
    expect(() => mayConfirmRevocation(asked, { person: asker, agency })).toThrow(
      expect.objectContaining({
        kind: 'refused',
        code: 'certificate.second-person',
        facts: { number: issued.number, entry: asked.revocation.request },
      }),
    );
  });

  it('is confirmed by another, and points at the request', () => {
    const request = mayConfirmRevocation(asked, { person: newId(), agency });
    expect(
      confirmRevocation(asked, { reason: 'x', signature: { factor: 'password' }, request }).data,
    ).toMatchObject({
      request: asked.revocation.request,
      reason: 'x',
      signed: sha256Hex('file'),
    });
  });
});

describe('voiding', () => {
  it.each(['numbered', 'prepared'] as const)('ends a number that is only %s, with its reason', (state) => {
    expect(voidCertificate({ ...issued, state }, '无法生成文件')).toMatchObject({
      type: 'certificate.voided',
      data: { number: issued.number, numbered: issued.numbered, reason: '无法生成文件' },
    });
  });

  it.each(['issued', 'revoked', 'superseded', 'voided'] as const)(
    'is refused for one that is %s',
    (state) => {
      expect(() => voidCertificate({ ...issued, state }, 'x')).toThrow('certificate.not-voidable');
    },
  );
});
