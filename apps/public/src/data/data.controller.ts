import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { DomainError } from '#kernel';
import { PublicSnapshots, type KeptSnapshot } from '#published';
import type { Request, Response } from 'express';
import { CurrentSnapshot } from '../common/current-snapshot.js';
import { PageCache } from '../common/page-cache.js';
import { Pages } from '../common/pages.js';
import { chartFile } from './chart-files.js';
import { eventFile } from './event-file.js';
import { datasets } from './datasets.js';
import { interfaceDescription } from './openapi.js';
import { PUBLIC_URL } from './public-url.js';
import type { DataFile } from './dataset-file.js';
import { dataFile, feedFile, schemaOf } from './snapshot-files.js';

const forever = 'public, max-age=31536000, immutable';

/** Open data: files of the newest snapshot and of every earlier one, feeds, schemas; readable from other sites' pages. */
@Controller()
export class DataController {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly snapshots: PublicSnapshots,
    private readonly cache: PageCache,
    private readonly pages: Pages,
    @Inject(PUBLIC_URL) private readonly base: string,
  ) {}

  @Get('data/openapi.json')
  @Header('Access-Control-Allow-Origin', '*')
  openapi(@Res() response: Response): void {
    response.json(interfaceDescription(this.base));
  }

  @Get('data/schema/:file')
  @Header('Access-Control-Allow-Origin', '*')
  schema(@Param('file') file: string, @Res() response: Response): void {
    const dataset = datasets.find(({ name }) => `${name}.json` === file);
    if (!dataset) throw new DomainError('missing', 'page.no-file');
    response.type('application/schema+json').send(JSON.stringify(schemaOf(dataset, this.base), undefined, 1));
  }

  /** Never changes: the number names one state of the ledger. */
  @Get('data/snapshots/:number/:file')
  @Header('Access-Control-Allow-Origin', '*')
  async snapshot(
    @Param('number') number: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    const kept = /^[1-9]\d{0,8}$/.test(number) ? await this.snapshots.byNumber(Number(number)) : undefined;
    const found = kept && dataFile(kept, file, this.base);
    if (!found) throw new DomainError('missing', 'page.no-file');
    response.setHeader('Cache-Control', forever);
    response.setHeader('Content-Type', found.type);
    response.end(found.body);
  }

  /** One destruction by itself: its lines as CSV. */
  @Get('data/events/:file')
  @Header('Access-Control-Allow-Origin', '*')
  async event(
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kept = await this.current.get();
    this.newest(request, response, kept, kept && (() => eventFile(kept, file)));
  }

  @Get('data/:file')
  @Header('Access-Control-Allow-Origin', '*')
  async file(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const kept = await this.current.get();
    this.newest(request, response, kept, kept && (() => dataFile(kept, file, this.base)));
  }

  @Get('charts/:file')
  @Header('Access-Control-Allow-Origin', '*')
  async chart(
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kept = await this.current.get();
    const context = { language: this.pages.language(request), say: this.pages.say(request) };
    this.pages.mark(request, response);
    this.newest(request, response, kept, kept && (() => chartFile(kept.content, file, context)));
  }

  @Get('feeds/:file')
  @Header('Access-Control-Allow-Origin', '*')
  async feed(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const kept = await this.current.get();
    const name = file.replace(/\.atom$/, '');
    this.newest(request, response, kept, kept && (() => feedFile(kept, name, this.base)));
  }

  private newest(
    request: Request,
    response: Response,
    kept: KeptSnapshot | undefined,
    make: (() => DataFile | undefined) | undefined,
  ): void {
    const found = make?.();
    if (!kept || !found) throw new DomainError('missing', 'page.no-file');
    const key = this.pages.key(request, request.path);
    this.cache.send(request, response, { version: kept.sha256, key, type: found.type }, () => found.body);
  }
}
