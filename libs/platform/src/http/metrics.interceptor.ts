import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { RequestMetrics } from './request-metrics.js';

/** Measures every answer by its route pattern (never by the address, which holds ids). */
@Injectable()
export class MetricsInterceptor implements NestInterceptor {
  constructor(private readonly metrics: RequestMetrics) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { route?: { path: string } }>();
    const response = context.switchToHttp().getResponse<Response>();
    const stop = this.metrics.requests.startTimer({
      method: request.method,
      route: request.route?.path ?? 'none',
    });
    response.once('close', () => stop({ status: String(response.statusCode) }));
    return next.handle();
  }
}
