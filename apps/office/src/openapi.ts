import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import {
  parametersOf,
  readRequests,
  schemaOf,
  type Parameter,
  type Schema as Described,
} from './openapi-requests.js';

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
  // Pages are for people; what they do is here under its own address.
  const isInterface = (path: string) => /^\/(api|health|metrics)(\/|$)/.test(path);
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => isInterface(path)));
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: converters,
  });
  const all = { ...document.components?.schemas, ...schemas, Problem: problem } as Record<string, Described>;
  for (const request of readRequests(app)) {
    if (request.body) all[request.body.name] = schemaOf(request.body, all) ?? { type: 'object' };
    const operation = document.paths[request.path]?.[request.method as 'get'] as Operation | undefined;
    if (operation) describe(operation, request.method, parametersOf(request, all));
  }
  document.components = { ...document.components, schemas: all as never };
  return document;
}

/** RFC 9457, as every failure is answered. */
const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', example: 'urn:problem:list-changed' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do, in the language of Accept-Language.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    facts: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
  },
};

interface Operation {
  parameters?: (Parameter | typeof keyHeader)[];
  responses?: Record<string, unknown>;
}

function describe(operation: Operation, method: string, parameters: readonly Parameter[]): void {
  const known = (operation.parameters ?? []).filter(({ in: place }) => place !== 'path' && place !== 'query');
  operation.parameters = [...parameters, ...known, ...(method === 'get' ? [] : [keyHeader])];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  operation.responses = { ...operation.responses, default: { description: 'Refused or failed', content } };
}
