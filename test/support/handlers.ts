import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { permitKey, publicKey, type PermitRule } from '#identity';

/** One route of an application and what it declares about access. */
export interface Handler {
  readonly name: string;
  readonly method: string;
  /** As in the controller: `api/v1/lots/:id`. */
  readonly path: string;
  readonly permit: PermitRule | undefined;
  readonly isPublic: boolean;
}

/** Every route of every controller, found by reflection, so that none can be forgotten. */
export function handlersOf(app: NestExpressApplication): Handler[] {
  const scanner = new MetadataScanner();
  const modules = [...app.get(ModulesContainer).values()];
  return modules.flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: object }).prototype;
      const base: unknown = Reflect.getMetadata('path', metatype as object);
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (prototype as Record<string, object>)[name]!;
        const path: unknown = Reflect.getMetadata('path', handler);
        if (path === undefined) return [];
        const method = Reflect.getMetadata('method', handler) as RequestMethod;
        return {
          name: `${(metatype as { name: string }).name}.${name}`,
          method: RequestMethod[method],
          path: [base, path]
            .map((part) => String(part).replace(/^\/|\/$/g, ''))
            .filter(Boolean)
            .join('/'),
          permit: Reflect.getMetadata(permitKey, handler) as PermitRule | undefined,
          isPublic: Reflect.getMetadata(publicKey, handler) === true,
        };
      });
    }),
  );
}
