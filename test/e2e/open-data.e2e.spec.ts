import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DOMParser, type Document } from '@xmldom/xmldom';
import { datasets } from '../../apps/public/src/data/datasets.js';
import { startCertificates } from '../support/issued-certificates.js';
import type { AnswerBody } from '../support/office.js';
import { snapshotsOf } from '../support/public-ledger.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';

const atom = 'http://www.w3.org/2005/Atom';
const names = datasets.map(({ name }) => name);

describe('open data', () => {
  let ledger: Awaited<ReturnType<typeof startCertificates>>;
  let site: TestPublicSite;

  beforeAll(async () => {
    ledger = await startCertificates();
    await ledger.release(await ledger.issue());
    await snapshotsOf(ledger).refresh();
    site = await startPublicSite(ledger.database.publicUrl);
  });
  afterAll(async () => {
    await site.close();
    await ledger.stop();
  });

  const text = async (path: string) => {
    const { status, text: body } = await site.get(path, { accept: '*/*' });
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const json = async (path: string) => JSON.parse(await text(path)) as AnswerBody;
  const schemas = () => addFormats.default(new Ajv2020({ strict: true, allErrors: true }));

  describe.each(names)('%s', (name) => {
    it('fits its published JSON Schema, which refuses what does not belong there', async () => {
      const check = schemas().compile((await json(`/data/schema/${name}.json`)) as object);
      const data = await json(`/data/${name}.json`);
      check(data);
      expect(check.errors ?? []).toEqual([]);
      expect(check({ ...data, rows: [{ party: '某商行' }] })).toBe(false);
      expect(check({ ...data, snapshot: { ...data.snapshot, sha256: 'x' } })).toBe(false);
    });

    it('says the same as CSV and as JSON, and names its snapshot in both', async () => {
      const { rows, snapshot } = await json(`/data/${name}.json`);
      const [header = '', ...lines] = (await text(`/data/${name}.csv`)).trimEnd().split('\r\n');
      expect(lines).toHaveLength(rows.length);
      const columns = datasets.find((one) => one.name === name)!.columns.map(([column]) => column);
      expect(header.split(',')).toEqual([...columns, 'snapshot', 'checkpoint_size']);
      for (const line of lines)
        expect(line.endsWith(`,${String(snapshot.number)},${String(snapshot.checkpoint.size)}`)).toBe(true);
    });
  });

  it('has the lines of one destruction by itself', async () => {
    const [event] = (await json('/data/events.json')).rows;
    const own = await text(`/data/events/${event.batch as string}.csv`);
    expect(own).toBe(await text('/data/lines.csv'));
    for (const file of ['PC-1999-0001.csv', `${event.batch as string}.json`, '..%2f..%2fetc'])
      expect((await site.get(`/data/events/${file}`)).status).toBe(404);
  });

  it('is listed in a catalogue of DCAT 3 whose every address answers', async () => {
    const catalogue = await json('/data/catalog.jsonld');
    expect(catalogue['@context'].dcat).toBe('http://www.w3.org/ns/dcat#');
    expect(catalogue['@type']).toBe('dcat:Catalog');
    expect(catalogue['dcat:dataset'].map((one: AnswerBody) => one['dct:identifier'])).toEqual(names);
    for (const dataset of catalogue['dcat:dataset']) {
      expect(dataset['@type']).toBe('dcat:Dataset');
      expect(dataset['dct:title'].map((one: AnswerBody) => one['@language'])).toEqual(['zh-CN', 'en']);
      expect(dataset['dct:license']['@id']).toMatch(/^https:\/\/creativecommons\.org\//);
      expect(dataset['dct:publisher']).toBeDefined();
      for (const one of dataset['dcat:distribution']) {
        expect(one['@type']).toBe('dcat:Distribution');
        expect(one['dcat:mediaType']['@id']).toMatch(/^https:\/\/www\.iana\.org\/assignments\/media-types\//);
        const checksum = one['spdx:checksum']['spdx:checksumValue']['@value'] as string;
        const address = new URL(one['dcat:downloadURL']['@id'] as string).pathname;
        await text(address);
        expect(await text(address.replace(/[^/]+$/, 'SHA256SUMS'))).toContain(
          `${checksum}  ${address.split('/').at(-1)!}`,
        );
        await text(new URL(one['dcat:accessURL']['@id'] as string).pathname);
        if (one['dct:conformsTo']) await text(new URL(one['dct:conformsTo']['@id'] as string).pathname);
      }
    }
  });

  describe('as feeds', () => {
    const feeds = ['/feeds/all.atom', '/feeds/agency-SLX.atom', '/feeds/category-clothing.atom'];

    async function parsed(path: string): Promise<Document> {
      const faults: string[] = [];
      const parser = new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) });
      const document = parser.parseFromString(await text(path), 'application/xml');
      expect(faults).toEqual([]);
      return document;
    }
    const texts = (parent: AnswerBody, tag: string): string[] =>
      Array.from(parent.getElementsByTagNameNS(atom, tag) as ArrayLike<AnswerBody>)
        .filter((one) => one.parentNode === parent)
        .map((one) => one.textContent as string);

    it.each(feeds)('%s has what RFC 4287 asks for', async (path) => {
      const root = (await parsed(path)).documentElement!;
      expect([root.namespaceURI, root.localName]).toEqual([atom, 'feed']);
      for (const tag of ['id', 'title', 'updated']) expect([tag, texts(root, tag).length]).toEqual([tag, 1]);
      const entries = Array.from(root.getElementsByTagNameNS(atom, 'entry'));
      expect(entries).toHaveLength(1);
      const ids = [root, ...entries].flatMap((one) => texts(one, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of [root, ...entries]) {
        expect(texts(one, 'id')[0]).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
        for (const time of texts(one, 'updated'))
          expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }
      for (const entry of entries) {
        expect(texts(entry, 'title')).toHaveLength(1);
        expect(entry.getElementsByTagNameNS(atom, 'name')).toHaveLength(1);
        const link = entry.getElementsByTagNameNS(atom, 'link')[0]!;
        expect(link.getAttribute('rel')).toBe('alternate');
        await text(new URL(link.getAttribute('href')!).pathname);
      }
      const self = root.getElementsByTagNameNS(atom, 'link')[0]!;
      expect([self.getAttribute('rel'), new URL(self.getAttribute('href')!).pathname]).toEqual([
        'self',
        path,
      ]);
    });
  });

  it('is described in OpenAPI: every path is one that answers', async () => {
    const { paths, openapi } = await json('/data/openapi.json');
    expect(openapi).toBe('3.1.0');
    for (const [path, { get }] of Object.entries<AnswerBody>(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([path, get.parameters.map((one: AnswerBody) => one.name)]).toEqual([path, named]);
    }
  });
});
