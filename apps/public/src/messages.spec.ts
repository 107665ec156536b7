import { languages } from '#platform';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicMessages } from './messages.js';

const root = process.cwd();
const sources = ['apps/public/src', 'libs/published/src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  )
  .filter((path) => /\.(ts|njk)$/.test(path) && !/spec\.ts$|messages\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'));

/** Codes that are put together from a prefix and one of these. */
const families: Record<string, readonly string[]> = {
  'verify.question-': ['file', 'ledger', 'signer'],
  'page.': ['attendance', 'consultations', 'leaflets'],
  'page.paper-': ['revoked', 'superseded'],
  'page.stage-': ['before', 'during', 'after', 'other'],
  'page.local-': ['yes', 'yes-more', 'ended', 'ended-more', 'no', 'no-more', 'broken', 'broken-more'],
  'page.answer-': ['yes', 'no', 'unknown', 'unchecked'],
  'page.state-': ['numbered', 'prepared', 'issued', 'superseded', 'revoked', 'voided'],
  'verify.state-': ['revoked', 'superseded', 'voided', 'in-issue'],
  'verify.title-': ['revoked', 'superseded', 'voided', 'truncated', 'not-a-pdf', 'too-large'],
  'verify.title-number-': ['not-valid', 'indeterminate'],
};

describe('what the public site says', () => {
  it('has a sentence in both languages for every code that its sources name', () => {
    const used = sources.flatMap(
      (source) => source.match(/'(page|verify|concern)\.[a-z0-9-]+[a-z0-9]'/g) ?? [],
    );
    const codes = new Set(used.map((quoted) => quoted.slice(1, -1)));
    for (const [prefix, ends] of Object.entries(families)) for (const end of ends) codes.add(prefix + end);
    expect(codes.size).toBeGreaterThan(100);
    const dumb = [...codes].filter((code) =>
      languages.some((language) => publicMessages.say(language, code) === code),
    );
    expect(dumb).toEqual([]);
  });

  it('names no code that nothing says', () => {
    const text = sources.join('\n');
    const own = [...publicMessages.codes].filter(
      (code) => /^(page|verify|concern)\./.test(code) && code !== 'page.bad-cursor',
    );
    const inFamily = (code: string) =>
      Object.entries(families).some(([prefix, ends]) => ends.some((end) => prefix + end === code));
    expect(own.filter((code) => !text.includes(`'${code}'`) && !inFamily(code))).toEqual([]);
  });
});
