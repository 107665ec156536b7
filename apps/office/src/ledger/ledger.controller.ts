import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Permit } from '#identity';
import {
  Checkpoints,
  LedgerQueries,
  LedgerVerification,
  LogKey,
  type Inclusion,
  type Verification,
} from '#ledger';
import { EntriesQuery, InclusionQuery, VerificationDto } from './dto/ledger.dto.js';

/** The ledger itself: entries as they were hashed, checkpoints, proofs, verification. */
@Controller('api/v1/ledger')
export class LedgerController {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly checkpoints: Checkpoints,
    private readonly verification: LedgerVerification,
    private readonly key: LogKey,
  ) {}

  @Get('entries')
  @Permit('ledger.read')
  async entries(@Query() { after, limit }: EntriesQuery) {
    const entries = await this.queries.entries(after, limit);
    return { entries, next: entries.at(-1)?.seq ?? null };
  }

  @Get('checkpoint')
  @Permit('ledger.proof')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async checkpoint(): Promise<string> {
    return (await this.checkpoints.make()).note;
  }

  @Get('key')
  @Permit('ledger.proof')
  logKey() {
    return { origin: this.key.origin, verifierKey: this.key.verifierKey };
  }

  @Get('proofs/inclusion')
  @Permit('ledger.proof')
  async inclusion(@Query() { seq, size }: InclusionQuery): Promise<Inclusion> {
    return this.queries.inclusion(seq, size ?? (await this.queries.head()).size);
  }

  @Post('verification')
  @HttpCode(200)
  @Permit('ledger.verify')
  verify(@Body() { checkpoints }: VerificationDto): Promise<Verification> {
    return this.verification.verify(checkpoints ?? []);
  }
}
