import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { newId } from '#kernel';
import helmet from 'helmet';
import { pino, type Logger as PinoLogger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Messages } from '../messages/messages.js';
import { guardBody, guardQuery } from './body-guard.js';
import { nestLogger } from '../process/nest-logger.js';
import { printableBody } from './printable-body.js';
import { ProblemFilter, type ProblemPages } from './problem.filter.js';
import { validationPipe } from './validation.js';

export interface ApplicationOptions {
  readonly name: string;
  readonly logLevel: string;
  readonly messages: Messages;
  /** JSON bodies above this many bytes are refused with 413. */
  readonly jsonLimit?: number;
  /** TRUST_PROXY of the configuration; without it nobody is believed about where a request comes from. */
  readonly trustProxy?: string | undefined;
  /** How failures look to people; without it, everybody gets problem+json. */
  readonly pages?: ProblemPages;
}

type Incoming = IncomingMessage & { body?: unknown; readonly query: Readonly<Record<string, unknown>> };

const secretHeaders = ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'];

/** A Nest application with what every application of ours has: logs, request ids, security headers, problems. */
export async function createApplication(
  module: unknown,
  options: ApplicationOptions,
): Promise<NestExpressApplication> {
  const log = pino({ name: options.name, level: options.logLevel, redact: secretHeaders });
  const app = await NestFactory.create<NestExpressApplication>(module as never, {
    bodyParser: false,
    logger: nestLogger(log),
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const { trustProxy } = options;
  if (trustProxy !== undefined)
    app.set('trust proxy', /^\d$/.test(trustProxy) ? Number(trustProxy) : trustProxy);
  app.use(requestLog(log));
  app.use(helmet(securityHeaders));
  app.useBodyParser('json', { limit: options.jsonLimit ?? 10 * 1024 * 1024, strict: true });
  app.use((request: Incoming, _: ServerResponse, next: () => void) => {
    guardQuery(request.query);
    guardBody(request.body);
    request.body = printableBody(request.body);
    next();
  });
  app.useGlobalFilters(new ProblemFilter(options.messages, options.pages));
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  return app;
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
} as const;

function requestLog(log: PinoLogger) {
  return pinoHttp({
    logger: log,
    genReqId: (_request: IncomingMessage, response: ServerResponse) => {
      const id = newId<string>();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => request.url?.startsWith('/health') ?? false },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        // Reasons and names may stand in a query; the path alone is enough to find the request.
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
