import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Violation = { from: string; rule: { name: string } };
type Rule = { name: string };

const root = process.cwd();
const config = join(root, 'dependency-cruiser.config.cjs');
const { forbidden } = createRequire(join(root, 'package.json'))(config) as { forbidden: Rule[] };
const pure = ['kernel', 'quantity', 'merkle', 'entries', 'papers'];
const features = [
  'platform',
  'published',
  'ledger',
  'identity',
  'catalogue',
  'duties',
  'evidence',
  'seizures',
  'custody',
  'batches',
  'destruction',
  'certificates',
  'publication',
];

/** A small tree that breaks no rule: every lib has a front door, allowed homes hold what they may. */
const allowed: Record<string, string> = {
  ...Object.fromEntries([...pure, ...features].map((lib) => [`libs/${lib}/src/index.ts`, 'export {};'])),
  'libs/kernel/src/hash.ts': `import 'node:crypto';`,
  'libs/papers/src/cms.ts': `import '@peculiar/asn1-cms'; import 'node:zlib'; import '#merkle';`,
  'libs/platform/src/http/app.ts': `import '@nestjs/platform-express';`,
  'libs/platform/src/database/connect.ts': `import 'typeorm'; import 'pg';`,
  'libs/batches/src/batch.repository.ts': `import 'typeorm'; import '#ledger';`,
  'libs/batches/src/domain/approve.ts': `import '#kernel'; import './batch.js';`,
  'libs/batches/src/domain/batch.ts': `import '#quantity';`,
  'libs/batches/src/domain/approve.spec.ts': `import './approve.js'; import 'node:fs';`,
  'libs/published/src/published.queries.ts': `import 'typeorm'; import '#platform';`,
  'apps/cli/src/migrations/0001-all.ts': `import 'typeorm';`,
  'apps/office/src/main.ts': `import '#publication'; import './batches/batch.controller.js';`,
  'apps/office/src/batches/batch.controller.ts': `import '#batches';`,
  'apps/public/src/main.ts': `import '#published'; import '#papers';`,
  'apps/verifier/src/main.ts': `import '#merkle'; import 'node:fs';`,
};

/** What must be found: rule, file, its text. */
const planted: [string, string, string][] = [
  ['no-cycles', 'libs/custody/src/a.ts', `import './b.js';`],
  ['resolvable', 'libs/custody/src/lost.ts', `import './nowhere.js';`],
  [
    'libs-know-no-app',
    'libs/custody/src/uses-app.ts',
    `import '../../../apps/cli/src/migrations/0001-all.js';`,
  ],
  ['apps-are-islands', 'apps/worker/src/main.ts', `import '../../office/src/main.js';`],
  [
    'front-door-only',
    'libs/certificates/src/back-door.ts',
    `import '../../batches/src/batch.repository.js';`,
  ],
  ['front-door-only', 'apps/office/src/back-door.ts', `import '../../../libs/batches/src/domain/batch.js';`],
  ['pure-libs', 'libs/entries/src/reads-files.ts', `import 'node:fs';`],
  ['pure-libs', 'libs/papers/src/validates.ts', `import 'class-validator';`],
  ['formats-for-papers-only', 'libs/merkle/src/asn1.ts', `import '@peculiar/asn1-cms';`],
  ['formats-for-papers-only', 'libs/kernel/src/inflate.ts', `import 'node:zlib';`],
  ['pure-domain', 'libs/batches/src/domain/asks-duties.ts', `import '#duties';`],
  ['pure-domain', 'libs/batches/src/domain/loads.ts', `import '../batch.repository.js';`],
  ['features-know-no-http', 'libs/custody/src/answers.ts', `import 'express';`],
  ['sql-has-homes', 'libs/custody/src/custody.service.ts', `import 'typeorm';`],
  ['sql-has-homes', 'apps/office/src/custody.controller.ts', `import 'pg';`],
  ['public-cannot-write', 'apps/public/src/writes.ts', `import '#identity';`],
  ['verifier-is-independent', 'apps/verifier/src/prints.ts', `import 'pino';`],
  ['no-test-code-in-product', 'libs/custody/src/fixture.ts', `import '../../../test/support/sample.js';`],
];
/** Each lib but the last imports the one below it on the ladder. */
const ladder = [...pure, ...features];
ladder.slice(0, -1).forEach((lib, i) => {
  planted.push([`ladder-${lib}`, `libs/${lib}/src/climbs.ts`, `import '#${ladder[i + 1]}';`]);
});

const tree = mkdtempSync(join(tmpdir(), 'ledger-arch-'));

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }
}

function cruise(): Violation[] {
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const args = ['--config', config, '--output-type', 'json', 'apps', 'libs', 'test'];
  const done = spawnSync(program, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64 << 20 });
  return (JSON.parse(done.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the architecture check', () => {
  let found: Violation[];

  beforeAll(() => {
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    plant({ ...allowed, 'test/support/sample.ts': 'export {};' });
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('finds nothing in a tree that keeps the rules', () => {
    expect(cruise().map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  describe('with one violation planted per rule', () => {
    beforeAll(() => {
      plant({ 'libs/custody/src/b.ts': `import './a.js';` });
      plant(Object.fromEntries(planted.map(([, path, text]) => [path, text])));
      found = cruise();
    });

    it.each(planted)('%s catches %s', (name, path) => {
      expect(found.map(({ from, rule }) => `${rule.name}: ${from}`)).toContain(`${name}: ${path}`);
    });

    it('has a canary for every rule that can be broken', () => {
      // The last lib of the ladder may import all the others: its rule holds the place of the next one.
      const watched = new Set([...planted.map(([name]) => name), 'ladder-publication']);
      expect(forbidden.map(({ name }) => name).filter((name) => !watched.has(name))).toEqual([]);
    });
  });
});
