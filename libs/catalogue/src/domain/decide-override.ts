import type { DraftOf } from '#entries';
import { DomainError, sha256Hex, type JsonObject } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { Catalogue } from './catalogue.js';
import { withOverrides, type CatalogueOverride } from './overrides.js';
import type { CatalogueTable } from './rows.js';

export type OverrideKind = 'unit' | 'category' | 'method';
export const tableOf: Readonly<Record<OverrideKind, CatalogueTable>> = {
  unit: 'units',
  category: 'categories',
  method: 'methods',
};

/** The row in force for a code of this installation. */
export interface OverrideRow {
  readonly kind: OverrideKind;
  readonly code: string;
  readonly row: JsonObject;
}

/** What an administrator asks: a whole row, or to switch one off or on. */
export type OverrideRequest = { readonly kind: OverrideKind; readonly reason?: string } & (
  | { readonly action: 'put'; readonly row: JsonObject }
  | { readonly action: 'disable' | 'enable'; readonly code: string }
);

/** Merges the rows of an installation into the built-in catalogue; throws the codes of `withOverrides`. */
export function catalogueWith(builtIn: Catalogue, rows: readonly OverrideRow[]): Catalogue {
  return withOverrides(
    builtIn,
    rows.map(({ kind, row }): CatalogueOverride => ({ table: tableOf[kind], action: 'put', row })),
  );
}

/**
 * The entry of a change of the catalogue, with the whole row that is in force from now on.
 * Throws the codes of `withOverrides`, and `conflict` `catalogue.nothing-changes`.
 */
export function decideOverride(
  builtIn: Catalogue,
  rows: readonly OverrideRow[],
  request: OverrideRequest,
): DraftOf<'catalogue.overridden'> {
  const table = tableOf[request.kind];
  const before = catalogueWith(builtIn, rows);
  const after = withOverrides(before, [asOverride(request)]);
  // Once more against the built-in catalogue: what it fixes stays fixed over any number of steps.
  const code = codeOf(request);
  const row = after.rows[table].find((one) => one['code'] === code)!;
  catalogueWith(builtIn, [
    ...rows.filter((one) => one.kind !== request.kind || one.code !== code),
    { kind: request.kind, code, row },
  ]);
  if (after.hash === before.hash) {
    throw new DomainError('conflict', 'catalogue.nothing-changes', { table, row: code });
  }
  return {
    type: 'catalogue.overridden',
    subject: { kind: 'catalogue', id: 'installation' },
    data: {
      kind: request.kind,
      code,
      row,
      sha256: sha256Hex(canonicalBytes(row)),
      ...(request.reason !== undefined && { reason: request.reason }),
    },
  };
}

function codeOf(request: OverrideRequest): string {
  return request.action === 'put' ? String(request.row['code']) : request.code;
}

function asOverride(request: OverrideRequest): CatalogueOverride {
  const table = tableOf[request.kind];
  if (request.action === 'put') return { table, action: 'put', row: request.row };
  return { table, action: request.action, code: request.code };
}
