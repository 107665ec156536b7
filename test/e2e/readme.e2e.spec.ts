import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { describeWithTools } from '../support/tools.js';

const root = join(__dirname, '../..');

/** The shell blocks of the README after `<!-- walk -->`, as one script. */
function walk(): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8').split('<!-- walk -->')[1]!;
  const blocks = [...text.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block!);
  expect(blocks.length).toBeGreaterThan(6);
  return ['set -euo pipefail', ...blocks].join('\n');
}

describeWithTools(['curl', 'bash'], 'the README', () => {
  let office: TestOffice;
  let site: TestPublicSite;
  let folder: string;
  beforeAll(async () => {
    office = await startOffice();
    site = await startPublicSite(office.database.publicUrl);
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
  });
  afterAll(async () => {
    await site.close();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  it('walks from a seizure to a certificate that verifies as valid', async () => {
    const { stdout } = await promisify(execFile)('bash', ['-c', walk()], {
      cwd: root,
      env: {
        ...process.env,
        API: `${office.url}/api/v1`,
        PUBLIC: site.url,
        PHOTO: join(folder, 'photo'),
        DEMO_PASSWORD: demoPassword,
      },
      maxBuffer: 10_000_000,
    });
    expect(stdout).toContain('24080');
    expect(stdout.trim().split('\n').at(-1)).toBe('valid');
  });
});
