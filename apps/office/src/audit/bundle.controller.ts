import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CurrentActor, Permit, type Actor } from '#identity';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BundleService } from './bundle.service.js';
import { BundleQuery } from './dto/bundle.dto.js';

/** A part of the ledger to take along and check offline. */
@Controller('api/v1/audit')
export class BundleController {
  constructor(private readonly bundles: BundleService) {}

  /** ZIP: exact bytes of entries, proofs, checkpoint, certificates, a program that checks them. Who takes it is noted. */
  @Get('bundle')
  @Permit('audit.read')
  @ApiProduces('application/zip')
  async bundle(
    @CurrentActor() actor: Actor,
    @Query() asked: BundleQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { name, bytes } = await this.bundles.make(actor, asked);
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Disposition', `attachment; filename="${name}.zip"`);
    response.setHeader('Cache-Control', 'no-store');
    // After the first byte a failure can only cut the connection: a ZIP without its end is no ZIP.
    await pipeline(Readable.from(bytes), response);
  }
}
