import { Controller, Get, Param, Res } from '@nestjs/common';
import { DomainError, isSha256 } from '#kernel';
import { VerificationService } from '#published';
import type { Response } from 'express';

/**
 * What the script of the verification page asks for: it hashes the file on the reader's device, sends the hash alone,
 * and checks by itself what comes back. Entries are read from /log/entry.
 */
@Controller('verify/files')
export class HashController {
  constructor(private readonly verification: VerificationService) {}

  @Get(':sha256')
  async byHash(@Param('sha256') sha256: string, @Res() response: Response): Promise<void> {
    const found = isSha256(sha256) ? await this.verification.byHash(sha256) : undefined;
    response.setHeader('Cache-Control', 'no-store');
    if (!found) throw new DomainError('missing', 'page.no-issued-file');
    const { certificate, entry } = found;
    response.json({
      number: certificate.number,
      state: certificate.state,
      replacedBy: certificate.replacedBy ?? null,
      ...(entry && { seq: entry.seq }),
      ...(entry?.checkpoint && { checkpoint: entry.checkpoint }),
    });
  }
}
