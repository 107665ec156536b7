import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryTypes } from '#entries';
import { custodyMessages } from './messages.js';

/** Codes in the rules that are no names of entry types. */
function codesIn(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.spec.') && !name.includes('messages'),
  );
  const found = sources.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/'(transfer\.[a-z-]+)'/g)].map(([, code]) => code!),
  );
  return [...new Set(found)].filter((code) => !(code in entryTypes)).sort();
}

describe('the sentences of custody', () => {
  // Said by identity, since every kind of subject has it.
  const elsewhere = ['transfer.unknown'];

  it('exist for every code in the rules, and for none that no rule uses', () => {
    const said = Object.keys(custodyMessages).sort();
    expect(said).toEqual(codesIn(__dirname).filter((code) => !elsewhere.includes(code)));
  });
});
