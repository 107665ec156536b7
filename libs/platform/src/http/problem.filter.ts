import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Request, Response } from 'express';
import { isDatabaseAway } from '../database/database-away.js';
import { negotiateLanguage, type Language, type Messages } from '../messages/messages.js';
import { problemOf, unexpectedProblem, type Problem } from './problem.js';

/** Problems as pages, for an application whose answers are pages. */
export interface ProblemPages {
  language(request: Request): Language;
  /** Whether this request asks for a page rather than for JSON. */
  wanted(request: Request): boolean;
  /** Sends the page; the status is set already. */
  send(request: Request, response: Response, problem: Problem): void;
}

/** The one place where failures become answers: problem+json in the asker's language, the cause in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly messages: Messages,
    private readonly pages?: ProblemPages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: string }>();
    const response = host.switchToHttp().getResponse<Response>();
    const language = this.languageOf(request);
    const known = asDomainError(error);
    if (!known || isDatabaseAway(error))
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = known
      ? problemOf(known, language, this.messages)
      : unexpectedProblem(String(request.id ?? ''), language, this.messages);
    if (known?.facts['seconds'] && problem.status === 429)
      response.setHeader('Retry-After', known.facts['seconds']);
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.setHeader('Content-Language', language);
    response.status(problem.status);
    if (this.pages?.wanted(request)) this.pages.send(request, response, problem);
    else response.type('application/problem+json').send(JSON.stringify(problem));
  }

  private languageOf(request: Request): Language {
    return this.pages?.language(request) ?? negotiateLanguage(request.headers['accept-language']);
  }
}

/** Failures of Express and Nest that a client can cause, as ours. */
function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (isDatabaseAway(error)) return new DomainError('busy', 'problem.database-away');
  const type = (error as { type?: string }).type;
  if (type === 'entity.too.large' || type === 'parameters.too.many')
    return new DomainError('invalid', 'request.too-large', { limit: '10 MB' });
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'request.aborted') {
    return new DomainError('invalid', 'request.not-json');
  }
  if (type === 'charset.unsupported') {
    return new DomainError('invalid', 'request.unsupported-media-type', {
      expected: 'application/json; charset=utf-8',
    });
  }
  if (error instanceof URIError) return new DomainError('missing', 'problem.not-found');
  if (!(error instanceof HttpException)) return undefined;
  return fromHttpException(error);
}

function fromHttpException(error: HttpException): DomainError | undefined {
  if (error.getStatus() === 404) return new DomainError('missing', 'problem.not-found');
  if (error.getStatus() === 413) return new DomainError('invalid', 'request.too-large', { limit: '10 MB' });
  if (error.getStatus() === 429) return new DomainError('busy', 'request.too-many', { seconds: '60' });
  if (error.getStatus() === 400) return new DomainError('invalid', 'request.not-json');
  return undefined;
}
