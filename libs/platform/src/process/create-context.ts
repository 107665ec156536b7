import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { nestLogger } from './nest-logger.js';

/** A Nest application without HTTP, which logs like the others. */
export function createContext(
  module: unknown,
  { name, logLevel }: { name: string; logLevel: string },
): Promise<INestApplicationContext> {
  const logger = nestLogger(pino({ name, level: logLevel }));
  return NestFactory.createApplicationContext(module as never, { logger });
}
