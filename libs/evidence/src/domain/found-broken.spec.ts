import { sha256Hex, type EventId, type LotId } from '#kernel';
import type { PhotoId } from './add-photo.js';
import { photoFoundBroken, type RecordedPhoto } from './found-broken.js';

const photo: RecordedPhoto = {
  id: '0190a1b2-0000-7000-8000-000000000001' as PhotoId,
  sha256: sha256Hex('photo'),
  lots: ['0190a1b2-0000-7000-8000-000000000002' as LotId],
  event: null,
  damaged: false,
};

describe('a photo whose picture can not be decoded', () => {
  it('is recorded as broken, with the lots that it was to show', () => {
    expect(photoFoundBroken(photo)).toEqual({
      type: 'photo.found-broken',
      subject: { kind: 'photo', id: photo.id },
      data: { sha256: photo.sha256, lots: photo.lots },
    });
  });

  it('is recorded with its event where it was to show one', () => {
    const event = '0190a1b2-0000-7000-8000-000000000003' as EventId;
    expect(photoFoundBroken({ ...photo, lots: [], event })?.data).toEqual({ sha256: photo.sha256, event });
  });

  it('is not recorded again where it was damaged when it came', () => {
    expect(photoFoundBroken({ ...photo, damaged: true })).toBeUndefined();
  });
});
