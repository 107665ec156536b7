import { datasets } from './datasets.js';

/** The interface for programs in OpenAPI 3.1: everything that GET gives, and the check of a file. */
export function interfaceDescription(base: string): object {
  const names = datasets.map(({ name }) => name);
  return {
    openapi: '3.1.0',
    info: { title: 'Destruction Ledger, public interface', version: '1' },
    servers: [{ url: base }],
    paths: {
      '/data/{dataset}.{format}': get('A data set of the newest snapshot', {
        dataset: { type: 'string', enum: names },
        format: { type: 'string', enum: ['csv', 'json'] },
      }),
      '/data/events/{reference}.csv': get('The lines of one destruction', { reference: { type: 'string' } }),
      '/data/snapshots/{number}/{file}': get('A file of one snapshot; it never changes', {
        number: { type: 'integer', minimum: 1 },
        file: { type: 'string' },
      }),
      '/data/schema/{dataset}.json': get('JSON Schema of a data set', {
        dataset: { type: 'string', enum: names },
      }),
      '/data/catalog.jsonld': get('The catalogue of all data sets (DCAT 3)', {}),
      '/feeds/{feed}.atom': get('Atom feed: all, agency-{code} or category-{code}', {
        feed: { type: 'string' },
      }),
      '/charts/{chart}.svg': get('A chart: flow-{unit} or month-{unit}', { chart: { type: 'string' } }),
      '/c/{number}': get('What is known of a certificate (Accept: application/json)', {
        number: { type: 'string' },
      }),
      '/photos/{sha256}.jpg': get('A released picture', { sha256: { type: 'string' } }),
      '/log/checkpoint': get('The newest checkpoint, a C2SP signed note', {}),
      '/log/key': get('Public keys of the log', {}),
      '/log/entry/{seq}': get('The exact bytes of an entry of a certificate', { seq: { type: 'integer' } }),
    },
  };
}

function get(summary: string, parameters: Readonly<Record<string, object>>): object {
  return {
    get: {
      summary,
      parameters: Object.entries(parameters).map(([name, schema]) => ({
        ...{ name, in: 'path', required: true, schema },
      })),
      responses: { '200': { description: 'As asked' }, '404': { description: 'There is no such thing' } },
    },
  };
}
