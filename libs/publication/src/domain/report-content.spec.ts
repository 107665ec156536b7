import { sha256Hex } from '#kernel';
import { longestDescription, mostPhotos, reportContent, type ReportRequest } from './report-content.js';

const photo = (name: string, own: { damaged?: boolean } = {}) => ({
  sha256: sha256Hex(name),
  stage: 'after',
  damaged: false,
  ...own,
});
const photos = [photo('a'), photo('b'), photo('spoilt', { damaged: true })];
const of = (asked: Partial<ReportRequest>) => reportContent({ photos: [], ...asked }, photos, 'salt');
const faults = (asked: Partial<ReportRequest>): string[] => {
  try {
    of(asked);
    return [];
  } catch (error) {
    return (error as { fields: { pointer: string; code: string }[] }).fields.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};
const a = sha256Hex('a');

describe('what is published beside the figures', () => {
  it('is the chosen photos with their words and stages, and the counts that were given', () => {
    expect(of({ photos: [{ sha256: a, zh: ' 碾压现场 ', en: '' }], attendance: 120, leaflets: 0 })).toEqual({
      v: 1,
      salt: 'salt',
      photos: [{ sha256: a, stage: 'after', description: { zh: '碾压现场' } }],
      attendance: 120,
      leaflets: 0,
    });
  });

  it.each<[string, Partial<ReportRequest>, string[]]>([
    [
      'a photo of something else',
      { photos: [{ sha256: sha256Hex('x'), zh: '图' }] },
      ['/photos/0 publication.photo-unknown'],
    ],
    ['no hash at all', { photos: [{ sha256: '../etc', zh: '图' }] }, ['/photos/0 publication.photo-unknown']],
    [
      'the same photo twice',
      {
        photos: [
          { sha256: a, zh: '图' },
          { sha256: a, zh: '图' },
        ],
      },
      ['/photos/1 publication.photo-twice'],
    ],
    [
      'a damaged photo',
      { photos: [{ sha256: sha256Hex('spoilt'), zh: '图' }] },
      ['/photos/0 publication.photo-damaged'],
    ],
    ['a photo without words', { photos: [{ sha256: a, zh: ' ' }] }, ['/photos/0/zh publication.describe']],
    [
      'words without end',
      { photos: [{ sha256: a, zh: '图', en: 'x'.repeat(longestDescription + 1) }] },
      ['/photos/0/en publication.describe'],
    ],
    ['half a person', { attendance: 1.5 }, ['/attendance publication.count']],
    ['fewer than nobody', { consultations: -1 }, ['/consultations publication.count']],
    ['more than there are', { leaflets: 1e9 }, ['/leaflets publication.count']],
  ])('refuses %s, and names it', (_what, asked, expected) => {
    expect(faults(asked)).toEqual(expected);
  });

  it('is at most a dozen photos', () => {
    const many = Array.from({ length: mostPhotos + 1 }, () => ({ sha256: a, zh: '图' }));
    expect(faults({ photos: many })).toContain('/photos publication.too-many-photos');
  });
});
