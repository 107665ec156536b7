import { DomainError, type Json, type JsonObject } from '#kernel';
import type { Ratio } from '#quantity';
import type { CatalogueTable } from './rows.js';

const codeShape = /^[a-z0-9][a-z0-9-]{0,39}$/;
const largestCount = 1_000_000_000;

/** Reads the fields of one row; every failure names the table, the row and the field. */
export class RowReader {
  readonly code: string;

  /** Throws `invalid` `catalogue.row-without-code` if the row has no code of up to 40 lower-case letters, digits, hyphens. */
  constructor(
    readonly table: CatalogueTable,
    readonly row: JsonObject,
  ) {
    const code = row['code'];
    this.code = typeof code === 'string' ? code : '';
    if (!codeShape.test(this.code)) throw this.fault('catalogue.row-without-code', 'code');
  }

  /** Text that may not be empty. */
  text(field: string): string {
    const value = this.row[field];
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw this.wrong(field, '文本', 'text');
  }

  /** Text, or `null` for null or an absent field. */
  optionalText(field: string): string | null {
    return this.absent(field) ? null : this.text(field);
  }

  /** True or false; an absent field is false. */
  flag(field: string): boolean {
    const value = this.row[field] ?? false;
    if (typeof value === 'boolean') return value;
    throw this.wrong(field, 'true 或 false', 'true or false');
  }

  /** Texts without repetition; an absent field is an empty list. */
  texts(field: string): readonly string[] {
    const value: Json = this.row[field] ?? [];
    if (Array.isArray(value)) {
      const texts = value.filter((item): item is string => typeof item === 'string' && item !== '');
      if (texts.length === value.length && new Set(texts).size === texts.length) return texts;
    }
    throw this.wrong(field, '不重复的文本列表', 'a list of texts without repetition');
  }

  /** A whole number from 0 to 18. */
  decimals(field: string): number {
    const value = this.row[field];
    if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 18) return value as number;
    throw this.wrong(field, '0 至 18 的整数', 'a whole number from 0 to 18');
  }

  /** `{num, den}` of whole numbers from 1 to 1,000,000,000, or `null` for null or an absent field. */
  optionalRatio(field: string): Ratio | null {
    if (this.absent(field)) return null;
    const value = this.row[field] as JsonObject;
    const { num, den } = value;
    if (isCount(num) && isCount(den)) return { num, den };
    throw this.wrong(field, '两个正整数 num 和 den', 'two whole numbers above zero, num and den');
  }

  /** `name_zh` and `name_en`. */
  name(): { readonly zh: string; readonly en: string } {
    return { zh: this.text('name_zh'), en: this.text('name_en') };
  }

  /** Throws `catalogue.unknown-field` if the row has a field outside of `known`. */
  refuseOthers(known: readonly string[]): void {
    const field = Object.keys(this.row).find((name) => !known.includes(name));
    if (field !== undefined) throw this.fault('catalogue.unknown-field', field);
  }

  /** The error `code` for this row and `field`, with more facts if need be. */
  fault(code: string, field: string, facts: Readonly<Record<string, string>> = {}): DomainError {
    const all = { table: this.table, row: this.code, field: field.slice(0, 40), ...facts };
    return new DomainError('invalid', code, all, [{ pointer: `/${field}`, code, facts: all }]);
  }

  private absent(field: string): boolean {
    return this.row[field] === undefined || this.row[field] === null;
  }

  private wrong(field: string, wantedZh: string, wantedEn: string): DomainError {
    return this.fault('catalogue.wrong-field', field, { wantedZh, wantedEn });
  }
}

function isCount(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= largestCount;
}
