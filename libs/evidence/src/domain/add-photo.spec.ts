import { newId, sha256Hex, type EventId, type LotId, type SeizureId } from '#kernel';
import { addPhoto, photoIdOf, type PhotoFacts, type PhotoTarget } from './add-photo.js';

const [a, b, c] = [newId<LotId>(1), newId<LotId>(2), newId<LotId>(3)].sort() as [LotId, LotId, LotId];
const seizure = newId<SeizureId>();
const event = newId<EventId>();
const facts = (target: PhotoTarget, more: Partial<PhotoFacts> = {}): PhotoFacts => ({
  target,
  sha256: sha256Hex('photo'),
  stage: 'seizure',
  size: 12,
  mediaType: 'image/jpeg',
  damaged: false,
  claims: {},
  seizureLots: [a, b],
  ...more,
});
const refusal = (of: PhotoFacts) => {
  try {
    addPhoto(of);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('adding a photo', () => {
  it('shows one lot', () => {
    expect(addPhoto(facts({ lot: a })).data).toEqual({
      sha256: sha256Hex('photo'),
      size: '12',
      mediaType: 'image/jpeg',
      stage: 'seizure',
      lots: [a],
    });
  });

  it('of a seizure without named lots shows all of them', () => {
    expect(addPhoto(facts({ seizure }, { seizureLots: [b, a] })).data).toMatchObject({
      seizure,
      lots: [a, b],
    });
  });

  it('of a pile shows the named lots, each once', () => {
    expect(addPhoto(facts({ seizure, lots: [b, b] })).data).toMatchObject({ seizure, lots: [b] });
  });

  it('refuses a lot of another seizure, and names it', () => {
    const refused = refusal(facts({ seizure, lots: [a, c] }));
    expect(refused).toMatchObject({ code: 'photo.lot-elsewhere', facts: { lot: c } });
  });

  it('refuses a seizure that has no lots', () => {
    expect(refusal(facts({ seizure }, { seizureLots: [] }))).toMatchObject({
      kind: 'missing',
      code: 'photo.subject-unknown',
    });
  });

  it('of an event shows the event and its site, and no lot', () => {
    const { data } = addPhoto(facts({ event, site: 'yard' }, { stage: 'during', damaged: true, taken: 'x' }));
    expect(data).toMatchObject({ event, site: 'yard', stage: 'during', damaged: true, taken: 'x' });
    expect(data.lots).toBeUndefined();
  });

  it('has one id for the same photo of the same thing at the same stage', () => {
    const sha256 = sha256Hex('photo');
    const ids = [
      photoIdOf({ target: { lot: a }, sha256, stage: 'seizure' }),
      photoIdOf({ target: { lot: b }, sha256, stage: 'seizure' }),
      photoIdOf({ target: { lot: a }, sha256, stage: 'custody' }),
      photoIdOf({ target: { lot: a }, sha256: sha256Hex('other'), stage: 'seizure' }),
      photoIdOf({ target: { seizure, lots: [a, b] }, sha256, stage: 'seizure' }),
      photoIdOf({ target: { seizure }, sha256, stage: 'seizure' }),
      photoIdOf({ target: { event }, sha256, stage: 'seizure' }),
      photoIdOf({ target: { event, site: 'yard' }, sha256, stage: 'seizure' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(photoIdOf({ target: { seizure, lots: [b, a] }, sha256, stage: 'seizure' })).toBe(ids[4]);
  });
});
