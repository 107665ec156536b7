import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EvidenceStatusQueries, StoreProbeQueries, type WalkStatus } from '#evidence';
import { Permit } from '#identity';
import type { Clock } from '#kernel';
import { CLOCK } from '#ledger';
import type { Response } from 'express';
import { presentProtection } from '../../status/protection.presenter.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { InstallationQueries } from './installation.queries.js';

/** A checkpoint older than this means that the worker stands still. */
const oldCheckpointMs = 60 * 60_000;
const looks = { proven: 'ok', 'not-proven': 'warn', unknown: 'plain' } as const;

/** How the installation is: database, ledger, store and its protection, the worker's rounds, versions. */
@ApiExcludeController()
@Controller('admin/status')
export class StatusPageController {
  constructor(
    private readonly shell: Shell,
    private readonly installation: InstallationQueries,
    private readonly probes: StoreProbeQueries,
    private readonly care: EvidenceStatusQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('status.read')
  async show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const say = (code: string, facts?: Record<string, string>) => words.t(code, facts);
    const [facts, evidence] = [await this.installation.facts(), await this.care.status()];
    const protection = presentProtection(await this.probes.newest(), say);
    await this.shell.send(request, response, 'admin/status', {
      facts,
      checkpoint: this.checkpoint(facts, words),
      protection: { ...protection, look: looks[protection.worm] },
      rounds: [roundOf('scrub', evidence.scrub, words), roundOf('presence', evidence.presence, words)],
      copy: evidence.copy,
      damaged: evidence.damaged,
      versions: { node: process.versions.node, database: facts.database },
    });
  }

  private checkpoint({ checkpoint, size }: Awaited<ReturnType<InstallationQueries['facts']>>, words: Words) {
    if (!checkpoint) return undefined;
    const old = this.clock.now() - Date.parse(checkpoint.made) > oldCheckpointMs && checkpoint.size < size;
    return { ...checkpoint, when: words.time(checkpoint.made), behind: size - checkpoint.size, old };
  }
}

function roundOf(name: string, walk: WalkStatus | undefined, words: Words) {
  return {
    name: words.t(`admin.round-${name}`),
    ...(walk && {
      checked: walk.checked,
      total: walk.total,
      faults: walk.faults,
      started: words.time(walk.started),
      ...(walk.finished && { finished: words.time(walk.finished) }),
    }),
  };
}
