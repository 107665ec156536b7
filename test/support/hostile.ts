import type { AnswerBody } from './office.js';

/** A JSON Schema as the OpenAPI description carries it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
export interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

/** Values that a hostile or careless client sends in the place of any field (quality.md, "Bad input"). */
export const hostileValues: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, [], {}, [[]], [null], [{}], ['x', 'x']],
  ...['', ' ', '0', '-1', '1e309', '0.1+0.2', '2,356.3', '２３５６', '十二', '9'.repeat(400), 'NaN'],
  ...['\u0000', 'a\u0000b', '\ud800', '\u{2EBF0}', 'e\u0301\u200d', '\u202egnp.exe', '龥'.repeat(3000)],
  ...["' OR 1=1 --", '%_\\', '../../etc/passwd', '=cmd()', '<script>alert(1)</script>', '{{7*7}}'],
  ...[
    '1970-01-01T00:00:00.000Z',
    '2999-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-02-30T00:00:00Z',
  ],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'f'.repeat(64)],
  ...[{ amount: '9'.repeat(30), unit: 'piece' }, { amount: '1', unit: 'constructor' }, { toString: 1 }],
  ...[
    {
      parts: [
        { amount: '1', unit: 'piece' },
        { amount: '1', unit: '__proto__' },
      ],
    },
    ['valueOf'],
  ],
];

/** Values for a place in an address. */
export const hostileSegments: readonly string[] = [
  ...['%00', '%ff', '..%2f..%2fetc', '%E2%80%AE', "'%20OR%201=1--", '0', 'constructor', 'x'.repeat(4000)],
  ...['00000000-0000-0000-0000-000000000000', 'f'.repeat(64), 'MR-2026-000001-0', '%F0%AB%AF%B0', '%25'],
];

/** Names and values that fit the things a test really has: `{ lot: id, snapshot: hash, … }`. */
export type Known = Readonly<Record<string, unknown>>;

/** A body that a schema allows, with the known values where a field has their name. */
export function sampleOf(schema: Schema, description: Description, known: Known, name = ''): AnswerBody {
  const found = resolved(schema, description);
  const isText = found.type !== 'array' && !found.properties && !found.oneOf;
  if (name in known && isText) return known[name];
  if (found.enum) return found.enum[0];
  if (found.oneOf) return sampleOf(found.oneOf[0]!, description, known, name);
  if (found.type === 'array') return [sampleOf(found.items ?? {}, description, known, singular(name))];
  if (found.type === 'object' || found.properties) {
    const fields = Object.entries(found.properties ?? {});
    return Object.fromEntries(fields.map(([key, one]) => [key, sampleOf(one, description, known, key)]));
  }
  if (found.type === 'number' || found.type === 'integer') return 1;
  if (found.type === 'boolean') return true;
  return textOf(found, known);
}

function textOf({ format, pattern }: Schema, known: Known): unknown {
  if (format === 'uuid') return known['uuid'];
  if (format === 'date-time') return known['time'];
  if (pattern?.includes('0-9a-f')) return 'a'.repeat(64);
  return '文字 text';
}

function resolved(schema: Schema, description: Description): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return reference === undefined
    ? schema
    : (description.components.schemas[reference.split('/').at(-1)!] ?? {});
}
const singular = (name: string) => name.replace(/s$/, '');

/** Each body that comes of one by putting `value` in the place of one of its fields, at any depth, or beside them. */
export function* spoilt(body: AnswerBody, value: unknown): Generator<AnswerBody> {
  yield value;
  if (typeof body !== 'object' || body === null) return;
  if (!Array.isArray(body)) yield { ...body, unheardOf: value };
  for (const key of Object.keys(body)) {
    for (const inner of spoilt(body[key], value)) {
      const copy = Array.isArray(body) ? [...body] : { ...body };
      copy[key] = inner;
      yield copy;
    }
  }
}
