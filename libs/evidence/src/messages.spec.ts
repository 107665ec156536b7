import { Messages } from '#platform';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceMessages } from './messages.js';

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('messages.ts'))
  .map((name) => readFileSync(join(__dirname, name), 'utf8'))
  .join('\n');

describe('sentences of the evidence lib', () => {
  it('exist for every code that is thrown', () => {
    const thrown = [...sources.matchAll(/DomainError\('\w+', '([\w.-]+)'/g)].map(([, code]) => code!);
    const perKind = ['too-large', 'empty', 'wrong-hash', 'unknown'].flatMap((x) => [
      `photo.${x}`,
      `document.${x}`,
    ]);
    expect(thrown.length).toBeGreaterThan(8);
    expect([...thrown, ...perKind].filter((code) => !(code in evidenceMessages))).toEqual([]);
  });

  it('use the same facts in both languages, and are never empty', () => {
    const factsIn = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, fact]) => fact).sort();
    for (const { zh, en } of Object.values(evidenceMessages)) {
      expect(factsIn(zh)).toEqual(factsIn(en));
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    }
    expect(new Messages(evidenceMessages).codes.size).toBe(Object.keys(evidenceMessages).length);
  });
});
