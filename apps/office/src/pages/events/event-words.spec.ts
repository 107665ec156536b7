import { builtInCatalogue } from '#catalogue';
import { DomainError } from '#kernel';
import { Messages } from '#platform';
import { wordsOf } from '../shell/words.js';
import { openShown, spokenError } from './event-words.js';

const sentences = {
  'event.line-without-result': { zh: '{{lot}} 未登记', en: '{{lot}} not recorded' },
  'open.event.line-without-result': { zh: '{{count}} 批未登记', en: '{{count}} lots not recorded' },
  'open.photo': { zh: '缺“{{stage}}”照片', en: 'no photo: {{stage}}' },
  'stage.before': { zh: '销毁前', en: 'Before' },
};
const words = wordsOf('zh-CN', new Messages(sentences), builtInCatalogue);
const lines = ['a', 'b', 'c', 'd'].map((lot, i) => ({ lot, code: `LOT-${i + 1}` }));
const open = (lot: string) => ({ pointer: '', code: 'event.line-without-result', facts: { lot } });

describe('what is still open at an event', () => {
  it('names few lots by their numbers', () => {
    expect(openShown([open('a'), open('b')], lines, words)).toEqual(['LOT-1 未登记', 'LOT-2 未登记']);
  });

  it('counts many lots', () => {
    expect(
      openShown(
        lines.map(({ lot }) => open(lot)),
        lines,
        words,
      ),
    ).toEqual(['4 批未登记']);
  });

  it('names each missing photo by its stage', () => {
    const photo = { pointer: '/photos', code: 'event.photo-missing', facts: { stage: 'before' } };
    expect(openShown([photo], lines, words)).toEqual(['缺“销毁前”照片']);
  });
});

describe('a refusal at the site', () => {
  it('speaks of lots and units as people do, and not of fields of the interface', () => {
    const facts = { lot: 'b', unit: 'piece' };
    const error = new DomainError('conflict', 'event.lot-on-hold', facts, [
      { pointer: '/reason', code: 'event.reason-missing' },
    ]);
    const spoken = spokenError(error, lines, words);
    expect(spoken.code).toBe('form.lot-on-hold');
    expect(spoken.facts).toEqual({ lot: 'LOT-2', unit: words.unit('piece') });
    expect(spoken.fields).toEqual([{ pointer: '/reason', code: 'form.reason-difference', facts: {} }]);
  });
});
