import { DomainError } from '#kernel';
import type { CertificateNumber } from '#kernel';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shape = /^([A-Z0-9]{2,8})-(\d{4})-(\d{6})-([A-Z0-9])$/;

/** The parts of a certificate number. `serial` counts from 1 within agency and year. */
export type NumberParts = { readonly agency: string; readonly year: number; readonly serial: number };

/**
 * Check character by ISO/IEC 7064 MOD 37,36 (hybrid system, one check character out of 0-9 A-Z) over
 * the letters and digits of the number, `text` in upper case. It finds every single wrong character and
 * 99.8 % of swapped neighbours (all but one pair for each running value). MOD 37-2 finds all swaps, but
 * one in 37 of its numbers ends in `*`, which file names can't hold and people leave out.
 */
export function checkCharacter(text: string): string {
  let carry = 36;
  for (const character of text) {
    const sum = (carry + alphabet.indexOf(character)) % 36 || 36;
    carry = (sum * 2) % 37;
  }
  return alphabet[(37 - carry) % 36]!;
}

/**
 * Makes a number such as `SLX-2026-000039-K` from the agency's code (2-8 of A-Z and 0-9), the year and the
 * serial (1 to 999999). Throws RangeError for anything else: codes and counters are the system's own.
 */
export function certificateNumber(agencyCode: string, year: number, serial: number): CertificateNumber {
  const agency = agencyCode.toUpperCase();
  const inRange = Number.isInteger(year) && year >= 1000 && year <= 9999 && Number.isInteger(serial);
  if (!/^[A-Z0-9]{2,8}$/.test(agency) || !inRange || serial < 1 || serial > 999_999) {
    throw new RangeError(`no certificate number from ${agencyCode}, ${year}, ${serial}`);
  }
  const digits = String(serial).padStart(6, '0');
  const check = checkCharacter(`${agency}${year}${digits}`);
  return `${agency}-${year}-${digits}-${check}` as CertificateNumber;
}

/**
 * Reads a number as people type it: lower case, full-width characters, spaces and any kind of dash are
 * accepted. Gives the exact number. Throws `invalid` `certificate.number-shape` when it isn't one,
 * `certificate.number-check` when the check character shows a typing error (fact `number`).
 */
export function parseCertificateNumber(text: string): CertificateNumber {
  const tidy = text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, '-')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '');
  const parts = shape.exec(tidy);
  if (!parts) throw new DomainError('invalid', 'certificate.number-shape');
  const [, agency, year, serial, check] = parts;
  if (Number(serial) === 0 || checkCharacter(`${agency}${year}${serial}`) !== check) {
    throw new DomainError('invalid', 'certificate.number-check', { number: tidy });
  }
  return tidy as CertificateNumber;
}

/** Takes an exact number apart. */
export function numberParts(number: CertificateNumber): NumberParts {
  const [agency = '', year, serial] = number.split('-');
  return { agency, year: Number(year), serial: Number(serial) };
}
