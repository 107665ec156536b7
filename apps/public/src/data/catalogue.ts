import type { KeptSnapshot } from '#published';
import { datasets } from './datasets.js';

/** The catalogue of the open data in DCAT 3, as JSON-LD. */
export function catalogue({ number, content }: KeptSnapshot, base: string): object {
  const issued = { '@type': 'xsd:dateTime', '@value': content.asOf };
  const both = ({ zh, en }: { zh: string; en: string }) => [
    { '@language': 'zh-CN', '@value': zh },
    { '@language': 'en', '@value': en },
  ];
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${base}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both({ zh: '罚没假冒侵权物品处置公开数据', en: 'Open data on destroyed counterfeit goods' }),
    'dct:modified': issued,
    'dcat:dataset': datasets.map(({ name, title }) => ({
      '@id': `${base}/data/#${name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': name,
      'dct:title': both(title),
      'dct:modified': issued,
      'dcat:version': String(number),
      'dcat:distribution': (['csv', 'json'] as const).map((kind) => ({
        '@type': 'dcat:Distribution',
        'dcat:downloadURL': { '@id': `${base}/data/snapshots/${number}/${name}.${kind}` },
        'dcat:accessURL': { '@id': `${base}/data/${name}.${kind}` },
        'dcat:mediaType': {
          '@id': `https://www.iana.org/assignments/media-types/${kind === 'csv' ? 'text/csv' : 'application/json'}`,
        },
        ...(kind === 'json' && { 'dct:conformsTo': { '@id': `${base}/data/schema/${name}.json` } }),
      })),
    })),
  };
}
