import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Finding = { ruleId: string | null; message: string };
type FileReport = { filePath: string; messages: Finding[] };

const root = process.cwd();
const manyLines = (count: number): string =>
  Array.from({ length: count }, (_, i) => `export const n${i} = ${i};`).join('\n');

/** Rule (or a part of its message), file, its text. */
const planted: [string, string, string][] = [
  ['injected Clock', 'libs/x/src/clock-now.ts', 'export const t = Date.now();'],
  ['injected Clock', 'libs/x/src/clock-new.ts', 'export const t = new Date();'],
  ['injected Clock', 'apps/x/src/clock-call.ts', 'export const t = Date();'],
  [
    'A cycle of modules',
    'libs/x/src/cycle.ts',
    `import { forwardRef } from '@nestjs/common'; export const f = forwardRef;`,
  ],
  ['One connection', 'libs/x/src/together.ts', 'export const f = (tx: unknown) => Promise.all([tx]);'],
  [
    'One connection',
    'libs/x/src/unit.ts',
    'export class S { constructor(private readonly unitOfWork: { run(f: () => Promise<unknown>): Promise<unknown> }) {} f() { return this.unitOfWork.run(() => Promise.all([])); } }',
  ],
  [
    'At most four',
    'libs/x/src/wide.ts',
    'export function f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e]; }',
  ],
  [
    'At most four',
    'libs/x/src/wide-arrow.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];',
  ],
  [
    'At most four',
    'libs/x/src/wide-method.ts',
    'export class C { f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e]; } }',
  ],
  [
    'At most five injected',
    'libs/x/src/god.ts',
    'export class C { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1) {} }',
  ],
  [
    'not from the database',
    'libs/x/src/sql-clock.ts',
    'export const sql = `CREATE TABLE t (at timestamptz DEFAULT now())`;',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'libs/x/src/floating.ts',
    'export const f = async () => 1; f();',
  ],
  [
    '@typescript-eslint/no-misused-promises',
    'libs/x/src/misused.ts',
    'export const f = (p: Promise<boolean>) => (p ? 1 : 2);',
  ],
  ['@typescript-eslint/await-thenable', 'libs/x/src/await.ts', 'export const f = async () => await 1;'],
  [
    '@typescript-eslint/only-throw-error',
    'libs/x/src/throws.ts',
    `export const f = () => { throw 'text'; };`,
  ],
  [
    '@typescript-eslint/return-await',
    'libs/x/src/returns.ts',
    'export async function f(p: Promise<1>) { try { return p; } catch { return 2; } }',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/x/src/switch.ts',
    `export function f(s: 'a' | 'b') { switch (s) { case 'a': return 1; } return 2; }`,
  ],
  ['@typescript-eslint/no-explicit-any', 'libs/x/src/any.ts', 'export const f = (a: any) => a;'],
  ['@typescript-eslint/no-unused-vars', 'libs/x/src/unused.ts', 'const left = 1; export {};'],
  [
    '@typescript-eslint/ban-ts-comment',
    'libs/x/src/silenced.ts',
    '// @ts-expect-error because\nexport const n: string = 1;',
  ],
  ['eqeqeq', 'libs/x/src/loose.ts', 'export const f = (a: number, b: number) => a == b;'],
  ['no-console', 'libs/x/src/prints.ts', `console.log('x');`],
  ['no-var', 'libs/x/src/var.ts', 'export var a = 1;'],
  ['prefer-const', 'libs/x/src/let.ts', 'let a = 1; export { a };'],
  ['max-lines', 'libs/x/src/long.ts', manyLines(201)],
  ['max-lines-per-function', 'libs/x/src/long-function.ts', `export function f() {\n${'f();\n'.repeat(50)}}`],
  ['has no effect', 'libs/x/src/directive.ts', '/* eslint-disable no-console */\nexport {};'],
  ['Every test runs', 'libs/x/src/skip.spec.ts', `it.skip('x', () => undefined);`],
  ['Every test runs', 'test/only.spec.ts', `describe.only('x', () => undefined);`],
  ['Every test runs', 'test/xit.spec.ts', `xit('x', () => undefined);`],
  ['max-lines', 'libs/x/src/long.spec.ts', manyLines(401)],
];

/** What looks alike and is allowed. */
const allowed: Record<string, string> = {
  'libs/kernel/src/instant.ts': 'export const now = () => Date.now();',
  'libs/y/src/parse.ts': 'export const at = (ms: number) => new Date(ms).toISOString();',
  'libs/y/src/outside.ts': 'export const f = (a: Promise<1>) => Promise.all([a]);',
  'libs/y/src/null.ts': 'export const f = (a: string | null | undefined) => a == null;',
  'libs/y/src/four.ts': 'export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];',
  'libs/y/src/full.ts': manyLines(200),
  'libs/y/src/clock.spec.ts': `it('x', () => { expect(Date.now()).toBeGreaterThan(0); });`,
};

describe('the lint check', () => {
  const tree = mkdtempSync(join(tmpdir(), 'ledger-lint-'));
  const found = new Map<string, string>();

  beforeAll(() => {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(tree, file));
    const files = { ...allowed, ...Object.fromEntries(planted.map(([, path, text]) => [path, text])) };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), `${text}\n`);
    }
    const args = ['--config', join(root, 'eslint.config.mjs'), '--format', 'json', '.'];
    const program = join(root, 'node_modules', '.bin', 'eslint');
    const done = spawnSync(program, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64 << 20 });
    for (const { filePath, messages } of JSON.parse(done.stdout) as FileReport[]) {
      const lines = messages.map(({ ruleId, message }) => `${ruleId ?? ''}: ${message}`);
      found.set(filePath.slice(filePath.indexOf(tree) + tree.length + 1), lines.join('\n'));
    }
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(planted)('says “%s” about %s', (what, path) => {
    expect(found.get(path)).toContain(what);
  });

  it.each(Object.keys(allowed))('leaves %s alone', (path) => {
    expect(found.get(path)).toBe('');
  });
});
