import { builtInCatalogue } from '#catalogue';
import { Messages } from '#platform';
import { wordsOf } from '../shell/words.js';
import { lineOfEvent } from './event-shown.js';

const sentences = {
  'events.missing': { zh: '缺失', en: 'Missing' },
  'events.returned': { zh: '返还在库', en: 'Returned' },
};
const words = wordsOf('zh-CN', new Messages(sentences), builtInCatalogue);
const of = (amount: string) => ({ amount, unit: 'piece' });
const planned = { lot: 'a', code: 'LOT-1', category: 'clothing', description: '夹克', allocated: of('1860') };
const staged = { ...planned, staged: of('1860'), short: of('0') };

describe('a line of an event', () => {
  it('waits until it was counted out of the store', () => {
    expect(lineOfEvent(planned, 0, words)).toMatchObject({ ready: false, done: false, allocated: '1,860' });
    expect(lineOfEvent(staged, 0, words)).toMatchObject({ ready: true, done: false });
  });

  it('says what differs from the plan', () => {
    const result = { destroyed: of('1850'), returned: of('8'), missing: of('2') };
    expect(lineOfEvent({ ...staged, ...result }, 0, words)).toMatchObject({
      done: true,
      differs: true,
      difference: '返还在库 8, 缺失 2',
    });
    const whole = { destroyed: of('1860'), returned: of('0'), missing: of('0') };
    expect(lineOfEvent({ ...staged, ...whole }, 0, words)).toMatchObject({ differs: false, difference: '' });
  });

  it('needs no result where all of it was short, or it left the batch', () => {
    expect(lineOfEvent({ ...staged, staged: of('0') }, 0, words)).toMatchObject({ ready: false, done: true });
    expect(lineOfEvent({ ...staged, excluded: true }, 0, words).ready).toBe(false);
  });
});
