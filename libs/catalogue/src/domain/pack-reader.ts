import { DomainError, type Json, type JsonObject } from '#kernel';
import { parseMoney, type Money } from '#quantity';

/** Reads fields of the pack; every failure names its place as a JSON pointer. */
export class PackReader {
  constructor(
    private readonly data: JsonObject,
    private readonly pointer: string,
  ) {}

  /** True where the field stands, whatever its value. */
  has(field: string): boolean {
    return this.data[field] !== undefined;
  }

  /** True where the field has exactly this value. */
  is(field: string, value: Json): boolean {
    return this.data[field] === value;
  }

  /** Text that is not empty. */
  text(field: string): string {
    const value = this.data[field];
    if (typeof value === 'string' && value !== '') return value;
    throw this.wrong(field);
  }

  /** True or false. */
  flag(field: string): boolean {
    const value = this.data[field];
    if (typeof value === 'boolean') return value;
    throw this.wrong(field);
  }

  /** A whole number above zero. */
  count(field: string): number {
    const value = this.data[field];
    if (Number.isSafeInteger(value) && (value as number) > 0) return value as number;
    throw this.wrong(field);
  }

  /** An object, to read on in. */
  object(field: string): PackReader {
    const value = this.data[field];
    if (isObject(value)) return new PackReader(value, `${this.pointer}/${field}`);
    throw this.wrong(field);
  }

  /** A list of objects, to read on in. */
  objects(field: string): readonly PackReader[] {
    const value = this.data[field];
    if (!Array.isArray(value)) throw this.wrong(field);
    return value.map((item: Json, index) => {
      if (!isObject(item)) throw this.wrong(`${field}/${index}`);
      return new PackReader(item, `${this.pointer}/${field}/${index}`);
    });
  }

  /** `{amount, currency}` or `null`. */
  optionalMoney(field: string): Money | null {
    if (this.data[field] === null) return null;
    const money = this.object(field);
    return parseMoney(money.data['amount'], money.data['currency'], money.pointer);
  }

  /** The error for a field of this object. */
  wrong(field: string): DomainError {
    const facts = { place: `${this.pointer}/${field}` };
    const code = 'rule-pack.wrong-field';
    return new DomainError('invalid', code, facts, [{ pointer: facts.place, code, facts }]);
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
