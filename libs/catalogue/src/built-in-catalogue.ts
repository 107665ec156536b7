import type { JsonObject } from '#kernel';
import categories from './data/categories.json' with { type: 'json' };
import methods from './data/methods.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };
import { readCatalogue, type Catalogue } from './domain/catalogue.js';

/** The catalogue that every installation starts from; read and checked once, when the lib is loaded. */
export const builtInCatalogue: Catalogue = readCatalogue({
  units: rowsOf(units),
  categories: rowsOf(categories),
  methods: rowsOf(methods),
});

/** The compiler knows each JSON file by its present values; the row readers check what is really there. */
function rowsOf(data: readonly object[]): readonly JsonObject[] {
  return data as readonly JsonObject[];
}
