import { sha256Hex } from '#kernel';
import type { Instant } from '#kernel';
import { parseCanonical } from '#merkle';
import { countyContent } from '../../../../test/support/certificate-samples.js';
import { contentBytes, contentHash, contentJson } from './content-hash.js';

describe('content hash', () => {
  const content = countyContent();

  it('does not depend on number, issue time and ledger part, which are known only when the number is taken', () => {
    const later = countyContent({
      number: 'SLX-2026-000040-X',
      issuedAt: '2027-01-01T00:00:00.000Z' as Instant,
      ledger: { first: 1, last: 2, checkpoint: { origin: 'other', size: 3, root: sha256Hex('') } },
    });
    expect(contentHash(later)).toBe(contentHash(content));
  });

  it.each([
    ['a line', { lines: content.lines.slice(1) }],
    ['the agency', { agency: 'YCB' }],
    ['the version', { version: 2 }],
    ['a witness', { witnesses: content.witnesses.slice(1) }],
    ['what it replaces', { replaces: { number: 'SLX-2026-000038-J', reason: '更正' } }],
  ])('changes with %s', (_what, own) => {
    expect(contentHash(countyContent(own))).not.toBe(contentHash(content));
  });

  it('is the same whatever order the properties were written in', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    expect(contentHash(turned)).toBe(contentHash(content));
    expect(contentBytes(turned)).toEqual(contentBytes(content));
  });

  it('leaves out what is undefined, and reads back as canonical JSON', () => {
    const bytes = contentBytes(countyContent({ headline: undefined }));
    expect(parseCanonical(bytes)).toEqual(contentJson(countyContent({ headline: undefined })));
    expect(Buffer.from(bytes).includes('headline')).toBe(false);
  });
});
