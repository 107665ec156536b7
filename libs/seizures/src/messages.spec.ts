import { readFileSync, readdirSync } from 'node:fs';
import { seizuresMessages } from './messages.js';

const code = /'((?:seizure|lot|appraisal|decision|hold|draft)\.[a-z-]+)'/g;
/** Said by the ledger, which owns the lots' rows; and by the guard, for subjects that are not to be seen. */
const elsewhere = ['lot.unknown'];
const guards = ['seizure.unknown', 'appraisal.unknown', 'decision.unknown', 'hold.unknown'];
const entryTypes =
  /^(seizure\.(registered|confirmed)|appraisal\.recorded|decision\.recorded|hold\.(placed|released))$/;

describe('the sentences of cases', () => {
  it('exist in both languages for every code that is thrown or blocks, and for no other', () => {
    const sources = [__dirname, `${__dirname}/domain`].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !/(\.spec|^messages)\.ts$/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    const said = sources
      .flatMap((source) => [...source.matchAll(code)].map((match) => match[1]!))
      .filter((one) => !entryTypes.test(one) && !elsewhere.includes(one));
    expect([...new Set([...said, ...guards])].sort()).toEqual(Object.keys(seizuresMessages).sort());
  });

  it.each(Object.entries(seizuresMessages))('of %s end as sentences', (_code, sentence) => {
    expect(sentence.zh).toMatch(/。$/);
    expect(sentence.en).toMatch(/\.$/);
  });
});
