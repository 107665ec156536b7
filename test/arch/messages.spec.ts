import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeMessages } from '../../apps/office/src/messages.js';
import { publicMessages } from '../../apps/public/src/messages.js';

const root = join(__dirname, '../..');

/** Sources of refusals, without their specs. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name));
}

describe('the message catalogue', () => {
  it('has a sentence for every code that a DomainError is made with', () => {
    const used = [...sources('libs'), ...sources('apps/office'), ...sources('apps/public')].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new DomainError\(\s*'\w+',\s*'([\w.-]+)'/g)].map(
        ([, code]) => code!,
      ),
    );
    expect(used.length).toBeGreaterThan(40);
    expect(
      [...new Set(used)]
        .filter((code) => !officeMessages.codes.has(code) && !publicMessages.codes.has(code))
        .sort(),
    ).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('says every sentence in %s', (language) => {
    for (const code of officeMessages.codes) expect(officeMessages.say(language, code)).not.toBe(code);
  });

  it('fills the same facts in both languages', () => {
    const facts = (language: 'zh-CN' | 'en', code: string) =>
      [...officeMessages.say(language, code).matchAll(/\{\{(\w+?)(Zh|En)?\}\}/g)]
        .map(([, name]) => name)
        .sort();
    const different = [...officeMessages.codes].filter(
      (code) => new Set(facts('zh-CN', code)).size !== new Set(facts('en', code)).size,
    );
    expect(different).toEqual([]);
  });
});
