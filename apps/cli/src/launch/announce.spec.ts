import { addressesOf } from './announce.js';
import { readSettings } from './settings.js';

describe('where this machine reaches the applications', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['192.0.2.7', 'http://192.0.2.7:3000'],
  ])('listening on %s is %s', (host, address) => {
    expect(addressesOf(readSettings([], { HOST: host })).office).toBe(address);
  });
});
