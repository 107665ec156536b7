import { readdirSync, readFileSync } from 'node:fs';
import { readAction } from './domain/reach.js';
import { identityMessages } from './messages.js';

const code = /'((?:session|password|passkey|access|agency|person|role|engagement)\.[a-z-]+)'/g;
/** Codes that the database's constraints stand for (platform/database/constraints). */
const ofConstraints = ['agency.code-taken', 'person.username-taken'];
/** Subjects that libs below (ledger) or beside (evidence) say not to know. */
const saidElsewhere = ['lot', 'photo', 'document'];

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((item) => {
    const path = `${directory}/${item.name}`;
    if (item.isDirectory()) return sources(path);
    return /(?<!\.spec)\.ts$/.test(path) && !/(messages|matrix)\.ts$/.test(path) ? [path] : [];
  });
}

describe('the sentences of identity', () => {
  it('exist for every code that is thrown, and for no other', () => {
    const named = sources(__dirname).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(code)].map((match) => match[1]!),
    );
    const actions = new Set<string>(Object.values(readAction));
    const thrown = named.filter(
      (name) =>
        !actions.has(name) &&
        !/\.(added|changed|granted|requested|revoked|deactivated|enrolled|removed|manage)$/.test(name),
    );
    const kinds = Object.keys(readAction).filter((kind) => !saidElsewhere.includes(kind));
    const expected = new Set([...thrown, ...ofConstraints, ...kinds.map((kind) => `${kind}.unknown`)]);
    expect(Object.keys(identityMessages).sort()).toEqual([...expected].sort());
  });

  it.each(Object.entries(identityMessages))('of %s are sentences in zh and en', (_code, { zh, en }) => {
    expect(zh).toMatch(/^\p{Script=Han}[^]*。$/u);
    expect(en).toMatch(/^[A-Z][^]*\.$/);
  });
});
