import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffice, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { walkReadme } from '../support/readme-walk.js';
import { describeWithTools } from '../support/tools.js';

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
    const stdout = await walkReadme({ office: office.url, site: site.url, folder });
    expect(stdout).toContain('24080');
    expect(stdout.trim().split('\n').at(-1)).toBe('valid');
  });
});
