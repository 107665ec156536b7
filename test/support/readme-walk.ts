import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoPassword } from './office.js';

const root = join(__dirname, '../..');

/** The shell blocks of the README after `<!-- walk -->`, as one script. */
function walk(): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8').split('<!-- walk -->')[1]!;
  const blocks = [...text.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block!);
  expect(blocks.length).toBeGreaterThan(6);
  return ['set -euo pipefail', ...blocks].join('\n');
}

/** Runs the README's walk against running applications; gives what it printed. */
export async function walkReadme(where: { office: string; site: string; folder: string }): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-c', walk()], {
    cwd: root,
    env: {
      ...process.env,
      API: `${where.office}/api/v1`,
      PUBLIC: where.site,
      PHOTO: join(where.folder, 'photo'),
      DEMO_PASSWORD: demoPassword,
    },
    maxBuffer: 10_000_000,
  });
  return stdout;
}
