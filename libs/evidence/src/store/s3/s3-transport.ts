import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';

export interface TransportOptions {
  readonly tls: boolean;
  /** A connection on which nothing moves for so long is given up. */
  readonly idleMs: number;
  /** Ends every request that is under way. */
  readonly signal: AbortSignal;
}

/** What the store did not answer in time; `code` tells it from what it answered. */
class IdleError extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Answers that the client throws away without reading them. */
const unread = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

/** The only part of Node's http modules that the S3 client calls. */
export type Transport = typeof http;

/**
 * What the S3 client sends its requests through. The client itself knows no time-out and no abort, and leaves
 * connections of answers hanging that it means to retry.
 */
export function s3Transport({ tls, idleMs, signal }: TransportOptions): Transport {
  const { request } = tls ? https : http;
  const send = (options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest => {
    const sent = request({ ...options, signal }, (response) => {
      answered(response);
      if (unread.has(response.statusCode ?? 0)) response.resume();
    });
    sent.setTimeout(idleMs, () => sent.destroy(new IdleError(`no byte for ${idleMs / 1000} s`)));
    return sent;
  };
  return { ...http, request: send as Transport['request'] };
}
