import { requireOwnSite } from './own-site.js';

const from = (headers: Record<string, string>) => () => requireOwnSite({ headers });

describe('a form of the public site', () => {
  it.each([
    ['this site', { host: 'site.example', origin: 'https://site.example', 'sec-fetch-site': 'same-origin' }],
    ['this site in an old browser', { host: 'Site.example', origin: 'https://site.example' }],
    ['a program', { host: 'site.example' }],
  ])('is taken from %s', (_who, headers) => {
    expect(from(headers)).not.toThrow();
  });

  it.each([
    ['another site', { host: 'site.example', origin: 'https://evil.example' }],
    ['another site that hides', { host: 'site.example', origin: 'null' }],
    ['another site, as the browser says', { host: 'site.example', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { host: 'site.example', origin: 'https://site.example', 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', (_who, headers) => {
    expect(from(headers)).toThrow(expect.objectContaining({ kind: 'refused', code: 'concern.foreign-form' }));
  });
});
