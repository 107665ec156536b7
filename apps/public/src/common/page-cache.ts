import { Injectable } from '@nestjs/common';
import { sha256Hex } from '#kernel';
import type { Request, Response } from 'express';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface Rendered {
  readonly etag: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}
/** More pages than there are addresses of one version; beyond it the oldest go. */
const mostPages = 2000;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Rendered pages and files by the version of the data that they were made from; a new version makes all of them anew. */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, Rendered>();
  private readonly repeats = new Map<
    string,
    { page: Rendered; headers: (readonly [string, number | string | string[]])[] }
  >();
  private version = '';

  /**
   * Sends what stands under `key` for this version of the data, making it first where nobody asked before. Answers
   * 304 to whoever has it; shared caches may keep it for a few seconds.
   */
  send(
    request: Request,
    response: Response,
    { version, key, type }: { version: string; key: string; type: string },
    make: () => string,
  ): void {
    if (version !== this.version) {
      this.pages.clear();
      this.repeats.clear();
      this.version = version;
    }
    let page = this.pages.get(key);
    if (!page) {
      page = rendered(make(), type);
      if (this.pages.size >= mostPages) this.pages.delete(this.pages.keys().next().value!);
      this.pages.set(key, page);
    }
    this.remember(request, page, response);
    deliver(request, response, page);
  }

  /** Sends again what this very request got before; false where nobody asked just so for this version. */
  repeat(request: Request, response: Response, version: string): boolean {
    const known = version === this.version ? this.repeats.get(asked(request)) : undefined;
    if (!known) return false;
    for (const [name, value] of known.headers) response.setHeader(name, value);
    deliver(request, response, known.page);
    return true;
  }

  private remember(request: Request, page: Rendered, response: Response): void {
    if (response.statusCode !== 200) return;
    if (this.repeats.size >= mostPages) this.repeats.delete(this.repeats.keys().next().value!);
    const headers = carried.flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    this.repeats.set(asked(request), { page, headers });
  }
}

/** Headers that differ from page to page; those of security are set for every answer anyway. */
const carried = ['Vary', 'Content-Language', 'Access-Control-Allow-Origin'];

/** Everything of a request that an answer depends on; what is sent again fits it exactly. */
function asked(request: Request): string {
  const { accept, 'accept-language': language, 'accept-encoding': encoding } = request.headers;
  return [request.originalUrl, accept, language, encoding].join('\n');
}

function rendered(text: string, type: string): Rendered {
  const plain = Buffer.from(text, 'utf8');
  return {
    ...{ type, plain },
    etag: sha256Hex(plain).slice(0, 20),
    br: brotliCompressSync(plain, quality),
    gzip: gzipSync(plain),
  };
}

function deliver(request: Request, response: Response, { etag, type, plain, br, gzip }: Rendered): void {
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity') || 'identity';
  const tag = encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`;
  response.vary('Accept-Encoding');
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=10, must-revalidate');
  response.setHeader('Content-Type', type);
  const held = request.headers['if-none-match'];
  if (held?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    response.status(304).end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.end(encoding === 'br' ? br : encoding === 'gzip' ? gzip : plain);
}
