import express, { type Request } from 'express';
import { pageBefore, pageBehind } from './page-behind.js';

const app = express();
app.use((_request, _response, next) => next());
app.get(['/', '/batches/:id', '/seizures/new', '/api/v1/lots'], (_request, response) => void response.end());
app.post(['/batches/:id/decision', '/seizures/new'], (_request, response) => void response.end());

const request = (method: string, originalUrl: string, referer?: string) =>
  ({
    app,
    method,
    originalUrl,
    path: originalUrl.split('?')[0],
    headers: { host: 'office.test:8443', referer },
  }) as unknown as Request;

describe('the page behind a request', () => {
  it('is itself where it asks for a page', () => {
    expect(pageBehind(request('GET', '/lots?q=a', 'https://office.test:8443/batches/7'))).toBe('/lots?q=a');
  });

  it('is the page with the form where a form was sent, without tokens and language', () => {
    const referer = 'https://office.test:8443/batches/7?part=2&csrf=secret&lang=en';
    expect(pageBehind(request('POST', '/batches/7/decision', referer))).toBe('/batches/7?part=2');
  });

  it.each([
    ['is named by nobody', undefined],
    ['is of another site', 'https://evil.example/batches/8'],
    ['is of another port', 'https://office.test/batches/8'],
    ['only takes forms', 'https://office.test:8443/batches/8/decision'],
    ['is for programs', 'https://office.test:8443/api/v1/lots'],
    ['is no address', 'batches'],
  ])('is the nearest one above where the page before %s', (_why, referer) => {
    const sent = request('POST', '/batches/7/decision', referer);
    expect(pageBefore(sent)).toBeUndefined();
    expect(pageBehind(sent)).toBe('/batches/7');
  });

  it('is the front page where nothing above is a page', () => {
    expect(pageBehind(request('POST', '/nothing/here'))).toBe('/');
    expect(pageBehind(request('POST', '//evil.example/x'))).toBe('/');
  });
});
