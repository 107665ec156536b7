import { sha256Hex } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { KeptSnapshot } from '#published';
import { atomFeed } from './atom.js';
import { catalogue } from './catalogue.js';
import { datasetFile, jsonType, pretty, type Base, type DataFile } from './dataset-file.js';
import { datasets, type ColumnKind, type Dataset } from './datasets.js';

/** Names of all files that are made from a snapshot, without feeds of single agencies and categories. */
export const dataFiles: readonly string[] = [
  ...datasets.flatMap(({ name }) => [`${name}.csv`, `${name}.json`]),
  'catalog.jsonld',
];

/** One file of a snapshot by its name; undefined for a name that there is not. Same snapshot, same bytes. */
export function dataFile(kept: KeptSnapshot, file: string, base: Base): DataFile | undefined {
  if (file === 'catalog.jsonld')
    return { type: 'application/ld+json; charset=utf-8', body: pretty(catalogue(kept, base)) };
  if (file === 'snapshot.json') {
    return { type: jsonType, body: Buffer.from(canonicalBytes(kept.content)).toString('utf8') };
  }
  if (file === 'SHA256SUMS') return { type: 'text/plain; charset=utf-8', body: checksums(kept, base) };
  const [, name, kind] = /^([a-z]+)\.(csv|json)$/.exec(file) ?? [];
  const dataset = datasets.find((one) => one.name === name);
  if (!dataset) return undefined;
  return datasetFile(kept, dataset, { kind: kind === 'csv' ? 'csv' : 'json', base });
}

/** The JSON Schema (2020-12) of a dataset's JSON. */
export function schemaOf({ name, title, columns }: Dataset, base: Base): object {
  const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${base}/data/schema/${name}.json`,
    title: title.en,
    type: 'object',
    required: ['dataset', 'snapshot', 'rows'],
    properties: {
      $schema: { type: 'string' },
      dataset: { const: name },
      snapshot: {
        type: 'object',
        required: ['number', 'sha256', 'asOf', 'checkpoint'],
        properties: {
          number: { type: 'integer', minimum: 1 },
          sha256: hash,
          asOf: { type: 'string', format: 'date-time' },
          checkpoint: {
            type: 'object',
            required: ['origin', 'size', 'root'],
            properties: { origin: { type: 'string' }, size: { type: 'integer', minimum: 0 }, root: hash },
          },
        },
      },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: columns.map(([column]) => column),
          properties: Object.fromEntries(columns.map(([column, kind]) => [column, kinds[kind]])),
          additionalProperties: false,
        },
      },
    },
  };
}

const kinds: Readonly<Record<ColumnKind, object>> = {
  text: { type: 'string' },
  date: { type: 'string', format: 'date' },
  amount: { type: 'string', pattern: '^(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$' },
  count: { type: 'string', pattern: '^(0|[1-9][0-9]*)$' },
};

/** The feed of all events, of one agency (`agency-mr`) or one category (`category-clothing`). */
export function feedFile(kept: KeptSnapshot, name: string, base: Base): DataFile | undefined {
  const body = atomFeed(kept, name, base);
  return body === undefined ? undefined : { type: 'application/atom+xml; charset=utf-8', body };
}

/** In the format of sha256sum. */
function checksums(kept: KeptSnapshot, base: Base): string {
  return [...dataFiles, 'snapshot.json']
    .map((file) => `${sha256Hex(Buffer.from(dataFile(kept, file, base)!.body, 'utf8'))}  ${file}\n`)
    .join('');
}
