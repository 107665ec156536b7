import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { Checkpoints } from '#ledger';
import type { Response } from 'express';
import { optionalText, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { checkpointIn } from './checkpoint-file.js';
import { heldCheckpoint, type HeldCheckpoint } from './held-checkpoint.js';
import { VerificationJobs, type VerificationJob } from './verification-jobs.service.js';

/** Verification takes seconds for tens of thousands of entries: what is done sooner is answered at once. */
const patienceMs = 3_000;

/** Everything recomputed, and compared with a checkpoint that the auditor kept, not one that the system gives. */
@ApiExcludeController()
@Controller('verification')
export class VerificationPageController {
  constructor(
    private readonly shell: Shell,
    private readonly jobs: VerificationJobs,
    private readonly checkpoints: Checkpoints,
  ) {}

  @Get()
  @Permit('ledger.verify')
  form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, {});
  }

  /** The newest signed checkpoint as a file to keep: the next verification is made against it. */
  @Get('checkpoint')
  @Permit('ledger.verify')
  async checkpoint(@Res() response: Response): Promise<void> {
    const { size, note } = await this.checkpoints.make();
    response.setHeader('Content-Disposition', `attachment; filename="checkpoint-${String(size)}.txt"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/plain; charset=utf-8').send(note);
  }

  @Post()
  @HttpCode(200)
  @Permit('ledger.verify')
  async start(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const note = text(body, 'checkpoint').replaceAll('\r\n', '\n');
    const held = note === '' ? undefined : heldCheckpoint(note);
    if (held === 'unreadable') {
      await this.refuse(request, response, { field: 'checkpoint', code: 'verification.unreadable', note });
    } else await this.run(request, response, held);
  }

  /** The same with the checkpoint as the file that was downloaded. */
  @Post('file')
  @HttpCode(200)
  @Permit('ledger.verify')
  async startFromFile(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const held = await checkpointIn(request);
    if (typeof held === 'string') await this.refuse(request, response, { field: 'file', code: held });
    else await this.run(request, response, held);
  }

  /** The form again, with the sentence at the field and all that was pasted. */
  private async refuse(
    request: PageRequest,
    response: Response,
    { field, code, note }: { readonly field: string; readonly code: string; readonly note?: string },
  ): Promise<void> {
    response.status(422);
    const wrong = { text: this.shell.words(request).t(code) };
    const fields = { [field]: wrong };
    await this.draw(request, response, { note, errors: [{ ...wrong, href: `#${field}` }], fields });
  }

  private async run(
    request: PageRequest,
    response: Response,
    held: HeldCheckpoint | undefined,
  ): Promise<void> {
    const job = await this.jobs.start(request.session.actor.person, held);
    await this.jobs.settled(job, patienceMs);
    response.redirect(303, `/verification/${job.id}`);
  }

  /** Progress, then the result; `missing` `verification.unknown` for those of others and those long past. */
  @Get(':id')
  @Permit('ledger.verify')
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const job = this.jobs.one(id, request.session.actor.person);
    return this.draw(request, response, { job: this.shown(job, request), note: job.held?.note ?? '' });
  }

  private shown(job: VerificationJob, request: PageRequest) {
    const words = this.shell.words(request);
    const { result, failure, held, done, total } = job;
    return {
      id: job.id,
      running: !result && failure === undefined,
      failed: failure !== undefined,
      progress: { done: String(done), total: String(total) },
      ...optionalText('seconds', job.seconds ?? ''),
      ...(result && {
        result: {
          ...result,
          first: result.problems[0],
          problems: result.problems.map((one) => ({
            ...one,
            name: words.t(`verification.problem-${one.kind}`),
          })),
        },
      }),
      ...(held && result && { held: this.compared(held, job) }),
    };
  }

  /** What is said of the auditor's own checkpoint. */
  private compared({ size, root }: HeldCheckpoint, { result, consistency }: VerificationJob) {
    const contradicted = result!.problems.some(
      ({ kind }) =>
        kind === 'checkpoint-contradicted' || kind === 'tail-missing' || kind === 'checkpoint-not-signed',
    );
    return { size, root, agrees: !contradicted, ...(consistency !== undefined && { hashes: consistency }) };
  }

  private draw(request: PageRequest, response: Response, model: object): Promise<void> {
    return this.shell.send(request, response, 'audit/verification', { fields: {}, ...model });
  }
}
