import request from 'supertest';
import { startOffice, type TestOffice } from '../support/office.js';

describe('what operators and browsers rely on', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  it('tells supervisors that it lives and can work', async () => {
    await request(office.url).get('/health/live').expect(200, { status: 'ok' });
    const { body } = await request(office.url).get('/health/ready').expect(200);
    expect(body).toMatchObject({ status: 'ok', database: 'up' });
  });

  it('gives Prometheus its metrics, by route and never by address', async () => {
    await request(office.url).get('/api/v1/lots/019aaaaa-0000-7000-8000-000000000001');
    const { text } = await request(office.url).get('/metrics').expect(200);
    expect(text).toMatch(/^ledger_entries \d+/m);
    expect(text).not.toContain('019aaaaa');
  });

  it('sends strict security headers and a request id with every answer', async () => {
    const { headers } = await request(office.url).get('/api/v1/catalogue').expect(401);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it.each([
    ['zh-CN', '没有这个地址'],
    ['en', 'There is nothing at this address'],
  ])('answers an unknown address as a problem document in %s', async (language, sentence) => {
    const { body, headers } = await request(office.url)
      .get('/api/v1/nothing')
      .set('accept-language', language)
      .expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(headers['content-language']).toBe(language);
    expect(body).toMatchObject({ type: 'urn:problem:not-found', status: 404 });
    expect(body.detail).toContain(sentence);
  });

  it('refuses what is no JSON, too much JSON, and another content type', async () => {
    const post = () => request(office.url).post('/api/v1/sessions');
    await post().set('content-type', 'application/json').send('{"username":').expect(400);
    await post()
      .set('content-type', 'application/json')
      .send(`{"username":"${'x'.repeat(11_000_000)}"}`)
      .expect(413);
    const { status } = await post().set('content-type', 'text/plain').send('hello');
    expect([415, 422]).toContain(status);
  });
});
