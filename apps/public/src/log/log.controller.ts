import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { DomainError } from '#kernel';
import { parseTilePath, widthOfTile } from '#merkle';
import { PublishedLog } from '#published';
import type { Request, Response } from 'express';

const forever = 'public, max-age=31536000, immutable';

/** The log as transparency tools read it (C2SP tlog-tiles), and the entries of certificates. */
@Controller('log')
export class LogController {
  constructor(private readonly log: PublishedLog) {}

  @Get('checkpoint')
  async checkpoint(@Res() response: Response): Promise<void> {
    const newest = await this.log.newestCheckpoint();
    if (!newest) throw new DomainError('missing', 'verify.no-checkpoint');
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/plain; charset=utf-8').send(newest.note);
  }

  /** The log's public keys, one a line, as verifiers of signed notes take them. */
  @Get('key')
  async key(@Res() response: Response): Promise<void> {
    const keys = await this.log.verifierKeys();
    response.type('text/plain; charset=utf-8').send(keys.map((key) => `${key}\n`).join(''));
  }

  /** The exact bytes that were hashed: RFC 8785 JSON. */
  @Get('entry/:seq')
  async entry(@Param('seq') seq: string, @Res() response: Response): Promise<void> {
    const number = /^(0|[1-9]\d{0,14})$/.test(seq) ? Number(seq) : undefined;
    const body = number === undefined ? undefined : await this.log.certificateEntry(number);
    if (!body) throw new DomainError('missing', 'verify.no-entry', { seq });
    response.setHeader('Cache-Control', forever);
    response.setHeader('Content-Type', 'application/json');
    response.end(body);
  }

  /** Hash tiles up to the newest checkpoint, partial ones too. */
  @Get('tile/*path')
  async tile(@Req() request: Request, @Res() response: Response): Promise<void> {
    const tile = parseTilePath(request.path.slice('/log/'.length));
    const newest = await this.log.newestCheckpoint();
    if (!tile || !newest || tile.width > widthOfTile(tile, newest.size))
      throw new DomainError('missing', 'verify.no-tile');
    const hashes = await this.log.tree.tile(tile, newest.size);
    response.setHeader('Cache-Control', forever);
    response.setHeader('Content-Type', 'application/octet-stream');
    response.end(hashes.subarray(0, tile.width * 32));
  }
}
