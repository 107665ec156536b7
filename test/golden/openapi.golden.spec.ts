import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOffice, type TestOffice } from '../support/office.js';

const golden = join(__dirname, '../../docs/openapi.json');

describe('the OpenAPI description', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  it('is what docs/openapi.json says (UPDATE_GOLDEN=1 writes it anew)', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const text = `${JSON.stringify(body, null, 1)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('describes every body by its fields, also where they all come from another one', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const { paths, components } = body as Description;
    const bodies = operationsOf(paths).flatMap(({ requestBody }) => {
      const schema = requestBody?.content?.['application/json']?.schema;
      return schema?.$ref === undefined ? [] : [schema.$ref.split('/').at(-1)!];
    });
    expect(bodies.length).toBeGreaterThan(25);
    const fields = (name: string) => Object.keys(components.schemas[name]?.properties ?? {});
    expect(bodies.filter((name) => fields(name).length === 0)).toEqual([]);
    expect(fields('SubmissionDto')).toEqual(['happened', 'lateReason']);
  });

  it('leads every reference somewhere', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const named = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    const { schemas } = (body as Description).components;
    expect([...new Set(named)].filter((name) => schemas[name] === undefined)).toEqual([]);
  });

  it('names what each address takes: ids in it, filters of lists, the key of writes', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const { paths } = body as Description;
    const names = (path: string, method: string) =>
      (paths[path]?.[method]?.parameters ?? []).map(({ name, in: place }) => `${place} ${name}`);
    expect(names('/api/v1/events/{id}/lines/{lot}', 'put')).toEqual([
      'path id',
      'path lot',
      'header Idempotency-Key',
    ]);
    expect(names('/api/v1/seizures', 'get')).toEqual(
      expect.arrayContaining(['query q', 'query limit', 'query cursor']),
    );
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name!}`);
        expect(names(path, method).filter((name) => name.startsWith('path'))).toEqual(inPath);
      }
    }
  });

  it('is about the interface, not about pages', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const others = Object.keys((body as Description).paths).filter((path) => !path.startsWith('/api/v1/'));
    expect(others.sort()).toEqual(['/health/live', '/health/ready', '/metrics']);
  });

  it('tells of every operation how it is refused', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    for (const { responses } of operationsOf((body as Description).paths)) {
      expect(responses?.['default']?.content).toHaveProperty(['application/problem+json']);
    }
  });
});

interface Operation {
  requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> };
  parameters?: { name: string; in: string }[];
  responses?: Record<string, { content?: Record<string, unknown> }>;
}
interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, unknown> }> };
}

function operationsOf(paths: Description['paths']): Operation[] {
  return Object.values(paths).flatMap((operations) => Object.values(operations));
}
