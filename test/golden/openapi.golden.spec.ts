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

  it('describes every body by its fields', async () => {
    const { body } = await office.nobody.get('/api/openapi.json');
    const { paths, components } = body as Description;
    const bodies = Object.values(paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap((operation) => {
        const schema = operation.requestBody?.content?.['application/json']?.schema;
        return schema?.$ref === undefined ? [] : [schema.$ref.split('/').at(-1)!];
      });
    expect(bodies.length).toBeGreaterThan(15);
    const empty = bodies.filter(
      (name) => Object.keys(components.schemas[name]?.properties ?? {}).length === 0,
    );
    expect(empty).toEqual([]);
  });
});

interface Description {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> } }>
  >;
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, unknown> }> };
}
