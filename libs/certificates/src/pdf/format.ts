import type { Instant } from '#kernel';
import type { Amount, CertificateContent, Name } from '../domain/certificate-content.js';

/** Groups the whole part of a decimal by thousands: `471260` → `471,260`. The text is never parsed. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + digits + (fraction === undefined ? '' : `.${fraction}`);
}

/** A moment at the paper's offset, `2026-11-18 08:50`. `utcOffset` is `+08:00`-like. */
export function localTime(instant: Instant, utcOffset: string): string {
  const [hours = '0', minutes = '0'] = utcOffset.slice(1).split(':');
  const shift = (Number(hours) * 60 + Number(minutes)) * (utcOffset.startsWith('-') ? -1 : 1);
  const shifted = new Date(Date.parse(instant) + shift * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

/** Both languages in one text; a name that is the same in both stands once. */
export function bothOf({ zh, en }: Name): string {
  return zh === en ? zh : `${zh} ${en}`;
}

/** Kinds of difference between what was staged and what was destroyed. */
export const differenceKinds = {
  shortage: '短缺待查 shortage',
  returned: '退回在库 returned to custody',
  'weighing-difference': '过磅差 weighing difference',
} as const;

/** Looks names of codes up; a code without a name stands for itself, so no content is unprintable. */
export class Naming {
  constructor(private readonly content: CertificateContent) {}

  agency(code: string): Name {
    return this.content.names.agencies[code] ?? { zh: code, en: code };
  }

  unit(code: string): Name {
    return this.content.names.units[code] ?? { zh: code, en: code };
  }

  category(code: string): Name {
    return this.content.names.categories[code] ?? { zh: code, en: code };
  }

  method(code: string): Name {
    return this.content.names.methods[code] ?? { zh: code, en: code };
  }

  site(code: string): Name {
    return this.content.sites.find((site) => site.code === code)?.name ?? { zh: code, en: code };
  }

  /** `2,356.3 条 carton` */
  amount({ amount, unit }: Amount): string {
    return `${grouped(amount)} ${bothOf(this.unit(unit))}`;
  }

  time(instant: Instant): string {
    return localTime(instant, this.content.utcOffset);
  }
}
