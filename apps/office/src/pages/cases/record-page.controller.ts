import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DocumentService } from '#evidence';
import { Access, Permit } from '#identity';
import { DomainError, parseId, sha256Hex, type HoldId } from '#kernel';
import { HoldService } from '#seizures';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { clean } from '../../common/clean.js';
import { uploadCommandOf } from '../../evidence/upload-request.js';
import { ReleaseHoldDto } from '../../holds/dto/hold.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { filesIn } from '../shell/upload-form.js';
import type { RecordKind } from './case-forms.js';
import { paperKinds, recordPlaces } from './record-places.js';
import { RecordPages } from './record-page.service.js';

/** Appraisals, decisions and holds: what was recorded, its papers, the release of a hold. */
@ApiExcludeController()
@Controller()
export class RecordPageController {
  constructor(
    private readonly pages: RecordPages,
    private readonly holds: HoldService,
    private readonly documents: DocumentService,
    private readonly access: Access,
  ) {}

  @Get('appraisals/:id')
  @Permit('appraisal.read', { kind: 'appraisal', param: 'id' })
  appraisal(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.pages.show(request, response, 'appraisal');
  }

  @Get('decisions/:id')
  @Permit('decision.read', { kind: 'decision', param: 'id' })
  decision(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.pages.show(request, response, 'decision');
  }

  @Get('holds/:id')
  @Permit('hold.read', { kind: 'hold', param: 'id' })
  hold(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.pages.show(request, response, 'hold');
  }

  @Post('appraisals/:id/papers')
  @Permit('document.add', { kind: 'appraisal', param: 'id' })
  attachToAppraisal(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.attach(request, response, 'appraisal');
  }

  @Post('decisions/:id/papers')
  @Permit('document.add', { kind: 'decision', param: 'id' })
  attachToDecision(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.attach(request, response, 'decision');
  }

  @Post('holds/:id/papers')
  @Permit('document.add', { kind: 'hold', param: 'id' })
  attachToHold(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.attach(request, response, 'hold');
  }

  @Post('holds/:id/release')
  @Permit('hold.release', { kind: 'hold', param: 'id' })
  release(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    const act = async () => {
      const { reason } = await checked(ReleaseHoldDto, { reason: text(values, 'reason') });
      const command = formCommand(request, values, { reason } as ReleaseHoldDto);
      return this.holds.release(command, parseId<HoldId>(id), clean(reason));
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/holds/${id}`, outcome),
      again: (error) => this.pages.show(request, response, 'hold', { error, typed: text(values, 'reason') }),
    });
  }

  private attach(request: PageRequest, response: Response, kind: RecordKind): Promise<void> {
    const id = String(request.params['id']).toLowerCase();
    return submit(response, () => this.take(request, kind, id), {
      to: (seq) => `/${recordPlaces[kind]}/${id}?done=${seq}`,
      again: (error) => this.pages.show(request, response, kind, { error }),
    });
  }

  /** The same paper sent again is the first one: its id comes from its bytes and what it is about. */
  private async take(request: PageRequest, kind: RecordKind, id: string): Promise<number> {
    const { actor } = request.session;
    await this.access.require(actor, 'document.add', kind, [id]);
    const [bytes] = (await filesIn(request)).files;
    if (bytes === undefined) {
      throw new DomainError('invalid', 'request.invalid', {}, [
        { pointer: '/paper', code: 'record.no-paper' },
      ]);
    }
    const sha256 = sha256Hex(bytes);
    const upload = { source: Readable.from([bytes]), declaredSize: bytes.length };
    const write = { method: 'PUT', path: `/api/v1/documents/${sha256}` };
    const command = uploadCommandOf({ actor, write, sha256, upload }, {});
    const document = { sha256, about: { kind, id }, kind: paperKinds[kind] };
    return (await this.documents.add({ document, upload, command })).entry.seq;
  }
}
