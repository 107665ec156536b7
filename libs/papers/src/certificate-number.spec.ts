import { DomainError } from '#kernel';
import {
  certificateNumber,
  checkCharacter,
  numberParts,
  parseCertificateNumber,
} from './certificate-number.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const codeOf = (text: string): string | undefined => {
  try {
    parseCertificateNumber(text);
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('certificate number', () => {
  it('is agency, year, six digits and a check character', () => {
    expect(certificateNumber('SLX', 2026, 39)).toBe('SLX-2026-000039-I');
    expect(numberParts(certificateNumber('mr', 2026, 7))).toEqual({ agency: 'MR', year: 2026, serial: 7 });
  });

  it('has the check character of ISO/IEC 7064 MOD 37,36, as the published A1-2425G-ABC1234002-M shows', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('is read as people type it: lower case, spaces, other dashes, full-width characters', () => {
    const number = certificateNumber('SLX', 2026, 39);
    const typed = [
      ' slx-2026-000039-i ',
      'SLX – 2026 – 000039 – I',
      'ＳＬＸ－２０２６－０００ ０３９－Ｉ',
      'slx\u20112026\u2212000039\u2014I\u200B',
    ];
    for (const text of typed) expect(parseCertificateNumber(text)).toBe(number);
  });

  it('finds every single wrong letter or digit', () => {
    const number = certificateNumber('SLX', 2026, 39);
    for (let at = 0; at < number.length; at += 1) {
      if (number[at] === '-') continue;
      for (const other of alphabet) {
        if (other !== number[at])
          expect(codeOf(number.slice(0, at) + other + number.slice(at + 1))).toBeDefined();
      }
    }
  });

  it('finds swapped neighbours in all but 72 of the 45,360 possible places', () => {
    let missed = 0;
    let tried = 0;
    const prefixes = [...alphabet].map((character) => `${character}`);
    const states = new Map(['', ...prefixes].map((prefix) => [carryAfter(prefix), prefix]));
    for (const prefix of states.values()) {
      for (const a of alphabet) {
        for (const b of alphabet) {
          if (a === b) continue;
          tried += 1;
          if (checkCharacter(prefix + a + b) === checkCharacter(prefix + b + a)) missed += 1;
        }
      }
    }
    expect([tried, missed]).toEqual([45_360, 72]);
  });

  it.each([
    '',
    'SLX',
    'SLX-2026-39-I',
    'SLX-2026-000039',
    '-2026-000039-I',
    'SLX-2026-000039-I-1',
    'SLX/2026/000039/I',
    "'; DROP",
    '证明书',
  ])('refuses %j, which is no number', (text) => expect(codeOf(text)).toBe('certificate.number-shape'));

  it('refuses a number with another check character and says which number was read', () => {
    expect(() => parseCertificateNumber('slx-2026-000039-k')).toThrow(
      expect.objectContaining({
        code: 'certificate.number-check',
        facts: { number: 'SLX-2026-000039-K' },
      }) as Error,
    );
    expect(codeOf(`SLX-2026-000000-${checkCharacter('SLX2026000000')}`)).toBe('certificate.number-check');
  });

  it.each([
    ['S', 2026, 1],
    ['TOOLONGAG', 2026, 1],
    ['SL-X', 2026, 1],
    ['SLX', 26, 1],
    ['SLX', 2026, 0],
    ['SLX', 2026, 1_000_000],
    ['SLX', 2026, 1.5],
  ])('is not made from %s, %d, %d', (agency, year, serial) => {
    expect(() => certificateNumber(agency, year, serial)).toThrow(RangeError);
  });
});

/** The running value of the hybrid system after `prefix`: two prefixes with the same one act alike. */
function carryAfter(prefix: string): string {
  return [...alphabet].map((next) => checkCharacter(prefix + next)).join('');
}
