import { DomainError, type AgencyId, type EntryId, type PersonId, type SeizureId } from '#kernel';
import { checkOfficers } from './check-officers.js';
import { confirmSeizure, type SeizureToConfirm } from './confirm-seizure.js';

const agency = 'tb' as AgencyId;
const [ann, ben, cai] = ['ann', 'ben', 'cai'] as [PersonId, PersonId, PersonId];
const known = [ann, ben, cai].map((person) => ({ person, agency, officer: true }));
const errorOf = (act: () => unknown): DomainError | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
};

describe('the officers of a seizure', () => {
  const refusal = (named: PersonId[], facts = known) =>
    errorOf(() => checkOfficers(named, { person: ann, agency }, facts));

  it('are two or more, the registrar among them', () => {
    expect(refusal([ann, ben])).toBeUndefined();
    expect(refusal([cai, ann, ben])).toBeUndefined();
  });
  it.each([[[]], [[ann]], [[ann, ann]], [[ann, ben, ben]]])('are not %j', (named) => {
    expect(refusal(named)?.code).toBe('seizure.two-officers');
  });
  it('are not two others', () => {
    expect(refusal([ben, cai])?.code).toBe('seizure.registrar-not-named');
  });
  it('are officers of the own agency, each of them', () => {
    const facts = [known[0]!, { ...known[1]!, officer: false }, { ...known[2]!, agency: 'mr' as AgencyId }];
    const error = refusal([ann, ben, cai, 'nobody' as PersonId], facts);
    expect(error?.fields.map(({ pointer }) => pointer)).toEqual([
      '/officers/1',
      '/officers/2',
      '/officers/3',
    ]);
  });
});

describe('the confirmation of a seizure', () => {
  const seizure: SeizureToConfirm = {
    seizure: 's1' as SeizureId,
    registered: 'e1' as EntryId,
    registrar: ann,
    officers: [ann, ben],
  };
  it('names the registration', () => {
    expect(confirmSeizure(seizure, ben)).toEqual({
      type: 'seizure.confirmed',
      subject: { kind: 'seizure', id: 's1' },
      data: { registered: 'e1' },
    });
  });
  it.each([
    ['the registrar', ann, {}, 'seizure.registrar-cannot-confirm'],
    ['an officer who was not there', cai, {}, 'seizure.not-named'],
    ['anyone once more', ben, { confirmed: 'e2' as EntryId }, 'seizure.already-confirmed'],
  ])('is refused to %s, naming the earlier entry', (_, person, own, code) => {
    const error = errorOf(() => confirmSeizure({ ...seizure, ...own }, person));
    expect([error?.code, error?.facts['entry']]).toEqual([code, 'confirmed' in own ? 'e2' : 'e1']);
  });
});
