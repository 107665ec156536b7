import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';

describe('the file check of the public site', () => {
  let database: TestDatabase;
  let site: TestPublicSite;
  beforeAll(async () => {
    database = await createTestDatabase();
    site = await startPublicSite(database.publicUrl, { FILE_CHECKS_PER_MINUTE: 3 });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  it('is limited for each address and minute, and says when to try again; pages are not', async () => {
    const file = Buffer.from('no PDF at all');
    for (let i = 0; i < 3; i += 1) expect((await site.verify(file)).status).toBe(200);
    const { status, headers, body } = await site.verify(file, { 'accept-language': 'en' });
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('60');
    expect(body).toMatchObject({ type: 'urn:problem:too-many' });
    expect((await site.get('/verify')).status).toBe(200);
  });
});
