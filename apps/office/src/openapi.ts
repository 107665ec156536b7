import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type Schema = ReturnType<typeof validationMetadatasToSchemas>[string];
type Converter = () => Schema;

const measure: Schema = {
  type: 'object',
  required: ['amount', 'unit'],
  properties: {
    amount: { type: 'string', example: '2356.3' },
    unit: { type: 'string', example: 'cig-carton' },
  },
};
const parts: Schema = {
  type: 'object',
  required: ['parts'],
  properties: { parts: { type: 'array', items: measure } },
};

/** Our own validators in terms of JSON Schema. */
const converters: Record<string, Converter> = {
  isQuantity: () => ({ oneOf: [measure, parts] }),
  isInstant: () => ({ type: 'string', format: 'date-time', description: 'RFC 3339 in UTC' }),
  isSha256: () => ({ type: 'string', pattern: '^[0-9a-f]{64}$' }),
  isCleanText: () => ({ type: 'string', minLength: 1 }),
};

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'UUID; becomes the id of the entry. A repeat with the same content answers 200 with the first result.',
  schema: { type: 'string', format: 'uuid' },
};

/** The OpenAPI description of the REST interface; bodies are described by the rules that check them. */
export function openApi(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Destruction Ledger')
    .setDescription(
      'Evidence and destruction ledger for seized counterfeit goods: REST interface v1. ' +
        'Errors are RFC 9457 problem documents in the language of Accept-Language (zh-CN, en).',
    )
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: converters,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas } as never,
  };
  for (const operations of Object.values(document.paths))
    describeWrites(operations as Record<string, Operation>);
  return document;
}

interface Operation {
  parameters?: unknown[];
  responses?: Record<string, unknown>;
}

function describeWrites(operations: Record<string, Operation>): void {
  for (const [method, operation] of Object.entries(operations)) {
    if (method === 'get') continue;
    operation.parameters = [...(operation.parameters ?? []), keyHeader];
  }
}
