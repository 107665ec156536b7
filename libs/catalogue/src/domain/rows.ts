import type { JsonObject } from '#kernel';

/** The three tables of a catalogue. */
export type CatalogueTable = 'units' | 'categories' | 'methods';

/** A catalogue as data: rows as they stand in `data/*.json` and in overrides, each with its `code`. */
export type CatalogueRows = Readonly<Record<CatalogueTable, readonly JsonObject[]>>;

export const catalogueTables: readonly CatalogueTable[] = ['units', 'categories', 'methods'];
