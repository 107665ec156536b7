import { requireOwnForm, sessionCookie, sessionTokenIn } from './session-cookie.js';

const headers = { host: 'office.example', origin: 'https://office.example' };
const refused = expect.objectContaining({ code: 'session.foreign-form' });

describe('the cookie of a session', () => {
  it('is bound to its host by TLS, except on loopback', () => {
    expect(sessionCookie('office.example')).toEqual({ name: '__Host-session', secure: true });
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
      expect(sessionCookie(host)).toEqual({ name: 'session', secure: false });
    }
    expect(sessionCookie('localhost.evil.example').secure).toBe(true);
  });

  it('is read by the name that fits the host, never by the plain name over the network', () => {
    expect(sessionTokenIn({ host: 'localhost:3000', cookie: 'a=b; session=tok-en' })).toBe('tok-en');
    expect(sessionTokenIn({ host: 'office.example', cookie: 'session=planted' })).toBeUndefined();
    expect(sessionTokenIn({ host: 'office.example', cookie: '__Host-session=x' })).toBe('x');
    expect(sessionTokenIn({ host: 'office.example' })).toBeUndefined();
  });
});

describe('a writing request with a cookie', () => {
  it('passes with the session’s token from a page of this host', () => {
    expect(() => requireOwnForm({ method: 'POST', headers, body: { csrf: 'abc' } }, 'abc')).not.toThrow();
    expect(() => requireOwnForm({ method: 'POST', headers, query: { csrf: 'abc' } }, 'abc')).not.toThrow();
    expect(() =>
      requireOwnForm({ method: 'PUT', headers: { ...headers, 'x-csrf-token': 'abc' } }, 'abc'),
    ).not.toThrow();
    expect(() => requireOwnForm({ method: 'GET', headers: {} }, 'abc')).not.toThrow();
  });

  it.each([
    ['another site', { ...headers, origin: 'https://evil.example' }],
    ['a page without an origin', { ...headers, origin: 'null' }],
    ['a page that hides its origin', { host: 'office.example' }],
    ['a sister domain', { ...headers, 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', (_, from) => {
    const request = { method: 'POST', headers: from, body: { csrf: 'abc' } };
    expect(() => requireOwnForm(request, 'abc')).toThrow(refused);
  });

  it('is refused without the token or with another', () => {
    for (const body of [{}, { csrf: '' }, { csrf: 'abd' }, { csrf: ['abc'] }, undefined]) {
      expect(() => requireOwnForm({ method: 'POST', headers, body }, 'abc')).toThrow(refused);
    }
  });
});
