import { sha256Hex } from '#kernel';
import { line, listFacts } from '../../../../test/support/batch-samples.js';
import { samplePhotos } from './sample-photos.js';
import { buildSnapshot } from './snapshot.js';

const lines = Array.from({ length: 9 }, (_, n) =>
  line(n + 1, { photos: Array.from({ length: 5 }, (_each, i) => sha256Hex(`${n} ${i}`)) }),
);
const list = buildSnapshot(listFacts({ lines }));

describe('the sample of photos', () => {
  it('holds 24 photos of the list, none twice', () => {
    const sample = samplePhotos(list, sha256Hex('a'));
    expect(new Set(sample.map(({ sha256 }) => sha256)).size).toBe(24);
    expect(list.photos).toEqual(expect.arrayContaining(sample));
  });

  it('is the same for everybody who draws it, and another one for another list', () => {
    expect(samplePhotos(list, sha256Hex('a'))).toEqual(samplePhotos(list, sha256Hex('a')));
    expect(samplePhotos(list, sha256Hex('a'))).not.toEqual(samplePhotos(list, sha256Hex('b')));
  });

  it('is everything where there is less', () => {
    const short = buildSnapshot(listFacts());
    expect(samplePhotos(short, sha256Hex('a'))).toHaveLength(3);
  });
});
