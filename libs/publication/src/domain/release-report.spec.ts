import { derivedId, type CertificateNumber, type EntryId, type PersonId, type Sha256 } from '#kernel';
import { prepareReport, releaseReport, withdrawReport, type ReportFacts } from './release-report.js';

const [chen, li] = ['chen', 'li'].map((name) => derivedId<PersonId>('person', name)) as [PersonId, PersonId];
const prepared = derivedId<EntryId>('entry', 'prepared');
const facts = (own: Partial<ReportFacts> = {}): ReportFacts => ({
  number: 'SLX-2026-000039-I' as CertificateNumber,
  submission: derivedId<EntryId>('entry', 'submission'),
  state: 'issued',
  ...own,
});
const content = 'a'.repeat(64) as Sha256;
const entry = derivedId<EntryId>('entry', 'released');
const waiting = { report: { prepared, by: chen, content, withdrawn: false } };
const released = { report: { ...waiting.report, released: entry } };
const withdrawn = { report: { ...released.report, withdrawn: true } };

describe('publishing the figures of a certificate', () => {
  it('is prepared by one person and released by another', () => {
    expect(prepareReport(facts(), content)).toMatchObject({
      type: 'report.prepared',
      subject: { kind: 'certificate' },
    });
    expect(releaseReport(facts(waiting), li)).toMatchObject({ type: 'report.released', data: { prepared } });
  });

  it('refuses the same person twice, and names the entry', () => {
    expect(() => releaseReport(facts(waiting), chen)).toThrow(
      expect.objectContaining({
        kind: 'refused',
        code: 'publication.second-person',
        facts: expect.objectContaining({ entry: prepared }),
      }),
    );
  });

  it.each(['numbered', 'prepared', 'revoked', 'superseded', 'voided'])(
    'refuses a certificate that is %s, in both steps',
    (state) => {
      const expected = expect.objectContaining({ code: 'publication.not-issued' });
      expect(() => prepareReport(facts({ state }), content)).toThrow(expected);
      expect(() => releaseReport(facts({ state, ...waiting }), li)).toThrow(expected);
    },
  );

  it.each([
    ['prepared twice', () => prepareReport(facts(waiting), content), 'publication.already-prepared'],
    [
      'prepared after its release',
      () => prepareReport(facts(released), content),
      'publication.already-released',
    ],
    ['released without preparation', () => releaseReport(facts(), li), 'publication.not-prepared'],
    ['released twice', () => releaseReport(facts(released), li), 'publication.already-released'],
    ['released after its withdrawal', () => releaseReport(facts(withdrawn), li), 'publication.not-prepared'],
    [
      'released with other content than was seen',
      () => releaseReport(facts(waiting), li, 'b'.repeat(64) as Sha256),
      'publication.content-changed',
    ],
    [
      'withdrawn before its release',
      () => withdrawReport(facts(waiting), 'other'),
      'publication.not-released',
    ],
    ['withdrawn where there is none', () => withdrawReport(facts(), 'other'), 'publication.not-released'],
    ['withdrawn twice', () => withdrawReport(facts(withdrawn), 'other'), 'publication.already-withdrawn'],
  ])('is not %s', (_what, act, code) => {
    expect(act).toThrow(expect.objectContaining({ kind: 'conflict', code }));
  });

  it('is withdrawn by one person, also after its certificate ended, and can be prepared anew', () => {
    expect(withdrawReport(facts({ state: 'revoked', ...released }), 'certificate-ended')).toMatchObject({
      type: 'report.withdrawn',
      data: { released: entry, cause: 'certificate-ended' },
    });
    expect(prepareReport(facts(withdrawn), content).data.content).toBe(content);
  });
});
