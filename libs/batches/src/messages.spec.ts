import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { batchesMessages } from './messages.js';

const code = /'(batch\.[a-z-]+)'/g;
/** Entry types look like codes. */
const entryTypes = new Set(
  ['submitted', 'approved', 'excluded', 'rejected', 'withdrawn', 'reopened'].map((t) => `batch.${t}`),
);

function sources(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('messages.ts'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));
}

describe('the sentences of batches', () => {
  it('exist in both languages for every code that is thrown, and for no other', () => {
    const office = join(__dirname, '../../../apps/office/src/batches');
    const actions = /@Permit\('[^']+'|'batch\.(draft|submit|withdraw|approve|read)'/g;
    const thrown = [...sources(__dirname), ...sources(office)].flatMap((text) =>
      [...text.replaceAll(actions, '').matchAll(code)].map((match) => match[1]!),
    );
    const codes = [...new Set(thrown)].filter((one) => !entryTypes.has(one)).sort();
    expect(codes).toEqual(Object.keys(batchesMessages).sort());
  });

  it.each(Object.entries(batchesMessages))('of %s end as sentences', (_code, { zh, en }) => {
    expect([zh, en]).toEqual([expect.stringMatching(/。$/), expect.stringMatching(/\.$/)]);
  });
});
