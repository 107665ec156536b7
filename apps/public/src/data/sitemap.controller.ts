import { Controller, Get, Inject, Res } from '@nestjs/common';
import { tilePath, tileWidth, widthOfTile } from '#merkle';
import { PublishedCertificates, PublishedLog, PublicSnapshots } from '#published';
import type { Response } from 'express';
import { CurrentSnapshot } from '../common/current-snapshot.js';
import { chartFiles } from './chart-files.js';
import { datasets } from './datasets.js';
import { PUBLIC_URL } from './public-url.js';
import { dataFiles } from './snapshot-files.js';

const everyCertificate = 1_000_000;

/** Every address of this site, one a line: for search engines, and for whoever copies the site as files. */
@Controller('sitemap.txt')
export class SitemapController {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly snapshots: PublicSnapshots,
    private readonly certificates: PublishedCertificates,
    private readonly log: PublishedLog,
    @Inject(PUBLIC_URL) private readonly base: string,
  ) {}

  @Get()
  async list(@Res() response: Response): Promise<void> {
    const paths = [
      ...['/', '/events', '/verify', '/data', '/how-we-count', '/log', '/log/key', '/data/openapi.json'],
      ...(await this.data()),
      ...(await this.papers()),
      ...(await this.ledger()),
    ];
    response.type('text/plain; charset=utf-8').send(paths.map((path) => `${this.base}${path}\n`).join(''));
  }

  private async data(): Promise<string[]> {
    const content = (await this.current.get())?.content;
    if (!content) return [];
    const agencies = new Set(content.events.map(({ agency }) => agency.code));
    const categories = new Set(
      content.events.flatMap(({ totals }) => totals.map(({ category }) => category.code)),
    );
    const kept = await this.snapshots.list();
    return [
      ...content.flows.map(({ unit }) => `/?unit=${unit.code}`),
      ...content.events.flatMap(({ batch, report }) => [
        `/events/${batch.reference}`,
        `/data/events/${batch.reference}.csv`,
        ...(report?.photos ?? []).map(({ sha256 }) => `/photos/${sha256}.jpg`),
      ]),
      ...chartFiles(content).map((file) => `/charts/${file}`),
      ...dataFiles.map((file) => `/data/${file}`),
      ...datasets.map(({ name }) => `/data/schema/${name}.json`),
      ...[
        'all',
        ...[...agencies].map((code) => `agency-${code}`),
        ...[...categories].map((code) => `category-${code}`),
      ].map((feed) => `/feeds/${feed}.atom`),
      ...kept.flatMap(({ number }) =>
        [...dataFiles, 'snapshot.json', 'SHA256SUMS'].map((file) => `/data/snapshots/${number}/${file}`),
      ),
    ];
  }

  private async papers(): Promise<string[]> {
    const all = await this.certificates.newest(everyCertificate);
    return all.flatMap(({ number, revisions }) => [
      `/c/${number}`,
      ...revisions.map(({ sha256 }) => `/verify/files/${sha256}`),
    ]);
  }

  private async ledger(): Promise<string[]> {
    const newest = await this.log.newestCheckpoint();
    if (!newest) return [];
    const entries = await this.log.entryNumbers(newest.size);
    return [
      '/log/checkpoint',
      ...entries.map((seq) => `/log/entry/${seq}`),
      ...tilesOf(newest.size).map((path) => `/log/${path}`),
    ];
  }
}

/** All tiles of a tree, the partial one at the right edge of each level too. */
function tilesOf(size: number): string[] {
  const paths: string[] = [];
  for (let level = 0; size >= tileWidth ** level; level += 1) {
    for (let index = 0; widthOfTile({ level, index }, size) > 0; index += 1) {
      paths.push(tilePath({ level, index, width: widthOfTile({ level, index }, size) }));
    }
  }
  return paths;
}
