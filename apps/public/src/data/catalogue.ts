import type { KeptSnapshot } from '#published';
import { sha256Hex } from '#kernel';
import { datasets } from './datasets.js';
import { datasetFile } from './dataset-file.js';

/** The catalogue of the open data in DCAT 3, as JSON-LD. */
export function catalogue(kept: KeptSnapshot, base: string): object {
  const { number, content } = kept;
  const issued = { '@type': 'xsd:dateTime', '@value': content.asOf };
  const both = ({ zh, en }: { zh: string; en: string }) => [
    { '@language': 'zh-CN', '@value': zh },
    { '@language': 'en', '@value': en },
  ];
  const publisher = { '@type': 'foaf:Agent', '@id': `${base}/`, 'foaf:name': content.checkpoint.origin };
  const hashOf = (dataset: (typeof datasets)[number], kind: 'csv' | 'json') =>
    sha256Hex(Buffer.from(datasetFile(kept, dataset, { kind, base }).body, 'utf8'));
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
    },
    '@id': `${base}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both({ zh: '罚没假冒侵权物品处置公开数据', en: 'Open data on destroyed counterfeit goods' }),
    'dct:modified': issued,
    'dct:publisher': publisher,
    'dcat:dataset': datasets.map((dataset) => ({
      '@id': `${base}/data/#${dataset.name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.name,
      'dct:title': both(dataset.title),
      'dct:publisher': publisher,
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dct:modified': issued,
      'dcat:version': String(number),
      'dcat:distribution': (['csv', 'json'] as const).map((kind) => ({
        '@type': 'dcat:Distribution',
        'dcat:downloadURL': { '@id': `${base}/data/snapshots/${number}/${dataset.name}.${kind}` },
        'dcat:accessURL': { '@id': `${base}/data/${dataset.name}.${kind}` },
        'dcat:mediaType': {
          '@id': `https://www.iana.org/assignments/media-types/${kind === 'csv' ? 'text/csv' : 'application/json'}`,
        },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': hashOf(dataset, kind) },
        },
        ...(kind === 'json' && { 'dct:conformsTo': { '@id': `${base}/data/schema/${dataset.name}.json` } }),
      })),
    })),
  };
}
