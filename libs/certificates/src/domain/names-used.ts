import type { BatchSnapshot } from '#entries';
import type { Name, Names } from './certificate-content.js';
import type { EventFacts } from './facts.js';

interface Named {
  readonly name: Name;
}
/** What the names are looked up in; the catalogue of #catalogue fits. */
export interface NameSources {
  readonly catalogue: {
    readonly units: ReadonlyMap<string, Named>;
    readonly categories: ReadonlyMap<string, Named>;
    readonly methods: ReadonlyMap<string, Named>;
  };
  readonly agencies: readonly { readonly code: string; readonly names: Name }[];
  readonly list: BatchSnapshot;
  readonly events: readonly EventFacts[];
}

/** What a batch says whose lines each have the method of their category. */
const mixed: Name = { zh: '按品类分别处置（见各行）', en: 'by category, as each line says' };

/** Pure: the names of just the codes that the content uses; `piece` for a headline. */
export function namesUsed({ catalogue, agencies, list, events }: NameSources): Names {
  const units = list.lines.flatMap(({ quantity, base }) => [quantity.unit, base.unit]);
  const declared = list.lines.flatMap(({ declared }) => unitsIn(declared));
  const people = events.flatMap(({ lead, statements }) => [lead, ...statements]);
  const codes = new Set([
    ...list.required,
    ...list.lines.map(({ responsible }) => responsible),
    ...people.map(({ agency }) => agency),
  ]);
  return {
    agencies: Object.fromEntries(
      agencies.filter(({ code }) => codes.has(code)).map(({ code, names }) => [code, names]),
    ),
    units: pick(catalogue.units, [...units, ...declared, 'piece', 'kg']),
    categories: pick(
      catalogue.categories,
      list.lines.map(({ category }) => category),
    ),
    methods: {
      ...(list.method === 'mixed' && { mixed }),
      ...pick(catalogue.methods, [list.method, ...list.lines.map(({ method }) => method)]),
    },
  };
}

function unitsIn(declared: unknown): string[] {
  const { unit, parts } = declared as { unit?: string; parts?: readonly { unit: string }[] };
  return [...(unit === undefined ? [] : [unit]), ...(parts ?? []).map((part) => part.unit)];
}

function pick(from: ReadonlyMap<string, Named>, codes: readonly string[]): Record<string, Name> {
  const known = [...new Set(codes)].sort().flatMap((code) => {
    const row = from.get(code);
    return row ? [[code, row.name] as const] : [];
  });
  return Object.fromEntries(known);
}
