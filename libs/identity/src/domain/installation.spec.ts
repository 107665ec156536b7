import { formatInstant, newId, type AgencyId, type PersonId } from '#kernel';
import type { Actor } from './actor.js';
import { grantEngagement } from './grant-engagement.js';
import { addAgency, changeAgency } from './installation.js';

const actor = (functions: readonly string[], roles: Actor['roles'] = ['admin']): Actor => ({
  person: newId<PersonId>(),
  username: 'one',
  name: 'One',
  agency: newId<AgencyId>(),
  agencyCode: 'one',
  agencyNames: { zh: '一', en: 'One' },
  functions,
  roles,
  engagements: [],
});
const installation = actor(['tobacco', 'installation']);
const agency = { id: newId<AgencyId>(), code: 'ps', names: { zh: '公安局', en: 'Police' }, functions: [] };

describe('agencies', () => {
  it('are added by administrators of the agency that runs the installation only', () => {
    expect(addAgency(installation, agency)).toMatchObject({ type: 'agency.added', data: { code: 'ps' } });
    expect(() => addAgency(actor(['tobacco']), agency)).toThrow('agency.installation-only');
    expect(() => addAgency(actor(['installation'], ['officer']), agency)).toThrow('agency.installation-only');
  });

  for (const code of ['', 'a', 'PS', '1ps', 'p s', 'ps.', '公安', 'a'.repeat(21)]) {
    it(`refuse the code ${JSON.stringify(code)}`, () => {
      expect(() => addAgency(installation, { ...agency, code })).toThrow('agency.code-malformed');
    });
  }
});

describe('engagements', () => {
  const nowMs = Date.parse('2026-11-24T00:00:00.000Z');
  const day = 86_400_000;
  const auditor = { person: newId<PersonId>(), agency: agency.id, active: true, roles: ['auditor'] } as const;
  const asked = { agencies: [agency.id], installation: false, until: formatInstant(nowMs + day), nowMs };

  it('let an auditor look at named agencies until a moment', () => {
    expect(grantEngagement(auditor, asked, installation).data).toEqual({
      person: auditor.person,
      agencies: [agency.id],
      until: asked.until,
    });
  });

  it('are refused to people who are not auditors, or are gone', () => {
    const officer = { ...auditor, roles: ['officer'] } as const;
    expect(() => grantEngagement(officer, asked, installation)).toThrow('engagement.not-auditor');
    expect(() => grantEngagement(undefined, asked, installation)).toThrow('person.not-found');
    expect(() => grantEngagement({ ...auditor, active: false }, asked, installation)).toThrow(
      'person.not-found',
    );
  });

  it('end in the future and within a year', () => {
    for (const ms of [nowMs, nowMs - day, nowMs + 367 * day]) {
      const until = formatInstant(ms);
      expect(() => grantEngagement(auditor, { ...asked, until }, installation)).toThrow('engagement.period');
    }
  });

  it('name agencies or the whole installation', () => {
    expect(() => grantEngagement(auditor, { ...asked, agencies: [] }, installation)).toThrow(
      'engagement.no-agencies',
    );
    const whole = { ...asked, agencies: [], installation: true };
    expect(grantEngagement(auditor, whole, installation).data.installation).toBe(true);
  });

  it('are granted by administrators of the installation only', () => {
    expect(() => grantEngagement(auditor, asked, actor([]))).toThrow('agency.installation-only');
  });
});

describe('a change of an agency', () => {
  const change = {
    names: { zh: '市公安局', en: 'City police' },
    functions: ['public-security'],
    reason: '机构改革',
  };
  const before = { ...agency, functions: ['public-security'] };

  it('carries the whole of names and functions, and the reason', () => {
    expect(changeAgency(installation, before, change)).toMatchObject({
      type: 'agency.changed',
      data: change,
    });
  });

  it('is for the administrators of the installation, of an agency that there is, and must change something', () => {
    expect(() => changeAgency(actor(['tobacco']), before, change)).toThrow('agency.installation-only');
    expect(() => changeAgency(installation, undefined, change)).toThrow('agency.not-found');
    const same = { ...change, names: before.names };
    expect(() => changeAgency(installation, before, same)).toThrow('agency.nothing-changes');
  });

  it('neither gives nor takes the function that runs the installation', () => {
    const given = { ...change, functions: ['public-security', 'installation'] };
    expect(() => changeAgency(installation, before, given)).toThrow('agency.installation-fixed');
    const ours = { ...before, functions: ['installation'] };
    expect(() => changeAgency(installation, ours, change)).toThrow('agency.installation-fixed');
  });
});
