import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: object;
}
/** What a handler reads of a request, by the classes that check it. */
export interface ReadRequest {
  /** As in the description: `/api/v1/lots/{id}`. */
  readonly path: string;
  /** Lower case. */
  readonly method: string;
  readonly body?: Type;
  readonly queries: readonly (Type | string)[];
}

/** Every route of every controller, with what it reads. */
export function readRequests(app: NestExpressApplication): ReadRequest[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: some }) =>
    [...some.values()].map(({ metatype }) => metatype as Type),
  );
  return [...new Set(controllers)].flatMap((controller) =>
    scanner.getAllMethodNames(controller.prototype as object).flatMap((name) => readBy(controller, name)),
  );
}

function readBy(controller: Type, name: string): ReadRequest[] {
  const prototype = controller.prototype as Record<string, object>;
  const path: unknown = Reflect.getMetadata(PATH_METADATA, prototype[name]!);
  if (typeof path !== 'string') return [];
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as Type[];
  const found = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Record<string, Argument> | undefined;
  const read = Object.entries(found ?? {}).map(([key, { index, data }]) => ({
    from: Number(key.split(':')[0]),
    what: typeof data === 'string' ? data : types[index]!,
  }));
  const body = read.find(
    ({ from, what }) => from === Number(RouteParamtypes.BODY) && typeof what !== 'string',
  );
  return [
    {
      path: templateOf(Reflect.getMetadata(PATH_METADATA, controller) as string, path),
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name]!) as number]!.toLowerCase(),
      ...(body && { body: body.what as Type }),
      queries: read.filter(({ from }) => from === Number(RouteParamtypes.QUERY)).map(({ what }) => what),
    },
  ];
}
interface Argument {
  readonly index: number;
  readonly data?: unknown;
}

function templateOf(...parts: readonly string[]): string {
  const path = parts.map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '');
  return `/${path.join('/').replace(/:(\w+)/g, '{$1}')}`;
}

/** The schema of a class; that of the class it extends where it adds no field of its own. */
export function schemaOf(type: Type, schemas: Readonly<Record<string, Schema>>): Schema | undefined {
  for (let one: Type = type; one.name; one = Object.getPrototypeOf(one) as Type) {
    if (Object.keys(schemas[one.name]?.properties ?? {}).length > 0) return schemas[one.name];
  }
  return undefined;
}

/** The parameters of a request in its path and its query. */
export function parametersOf(
  { path, queries }: ReadRequest,
  schemas: Readonly<Record<string, Schema>>,
): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter(name!, 'path'));
  const inQuery = queries.flatMap((query) => {
    if (typeof query === 'string') return [parameter(query, 'query')];
    const { properties = {}, required = [] } = schemaOf(query, schemas) ?? {};
    return Object.entries(properties).map(([name, schema]) => ({
      ...{ name, in: 'query' as const, required: required.includes(name), schema },
    }));
  });
  return [...inPath, ...inQuery];
}

function parameter(name: string, place: 'path' | 'query'): Parameter {
  return { name, in: place, required: place === 'path', schema: { type: 'string' } };
}
