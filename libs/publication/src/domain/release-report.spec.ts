import { derivedId, type CertificateNumber, type EntryId, type PersonId } from '#kernel';
import { prepareReport, releaseReport, type ReportFacts } from './release-report.js';

const [chen, li] = ['chen', 'li'].map((name) => derivedId<PersonId>('person', name)) as [PersonId, PersonId];
const prepared = derivedId<EntryId>('entry', 'prepared');
const facts = (own: Partial<ReportFacts> = {}): ReportFacts => ({
  number: 'SLX-2026-000039-I' as CertificateNumber,
  submission: derivedId<EntryId>('entry', 'submission'),
  state: 'issued',
  ...own,
});
const waiting = { report: { prepared, by: chen, released: false } };
const released = { report: { prepared, by: chen, released: true } };

describe('publishing the figures of a certificate', () => {
  it('is prepared by one person and released by another', () => {
    expect(prepareReport(facts())).toMatchObject({
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
      expect(() => prepareReport(facts({ state }))).toThrow(expected);
      expect(() => releaseReport(facts({ state, ...waiting }), li)).toThrow(expected);
    },
  );

  it.each([
    ['prepared twice', () => prepareReport(facts(waiting)), 'publication.already-prepared'],
    ['prepared after its release', () => prepareReport(facts(released)), 'publication.already-released'],
    ['released without preparation', () => releaseReport(facts(), li), 'publication.not-prepared'],
    ['released twice', () => releaseReport(facts(released), li), 'publication.already-released'],
  ])('is not %s', (_what, act, code) => {
    expect(act).toThrow(expect.objectContaining({ kind: 'conflict', code }));
  });
});
