import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { DecodeAnswer, DecodedHeader, DecodeJob, PictureSource } from './decode-job.js';
import { DecoderProcess, type ProcessLimits } from './decoder-process.js';
import { Turnstile } from './turnstile.js';

/** A local file, or a way to get the bytes, which is gone when a process is free for them and not before. */
export type Picture = string | (() => Promise<Uint8Array>);

const decodersAtOnce = 2;
const idleMs = 60_000;
const usualLimits: ProcessLimits = { memoryKib: 600 * 1024, jobMs: 30_000 };

/**
 * The one place that decodes pictures of strangers: in processes of their own, few at once, limited in pixels, memory
 * and time. Throws `busy` `photo.slow-to-decode`, `invalid` `photo.heavy-to-decode` for what goes beyond the limits.
 */
@Injectable()
export class Decoder implements OnModuleDestroy {
  private readonly turnstile = new Turnstile(decodersAtOnce);
  private readonly idle: DecoderProcess[] = [];
  private limits = usualLimits;
  private resting: NodeJS.Timeout | undefined;

  /** A decoder with limits of its own. */
  static within(limits: ProcessLimits): Decoder {
    const decoder = new Decoder();
    decoder.limits = limits;
    return decoder;
  }

  /** What the header says; undefined where it can't be read. No pixel is decoded. */
  async header(picture: Picture): Promise<DecodedHeader | undefined> {
    const answer = await this.run(picture, (source) => ({ kind: 'header', picture: source }));
    return answer.kind === 'header' ? answer.header : undefined;
  }

  /**
   * The picture that people see: upright, sRGB, JPEG, at most `longestSide` pixels, without any metadata; the same
   * bytes for the same input and version. Undefined where the picture is broken.
   */
  async view(picture: Picture, longestSide: number): Promise<Buffer | undefined> {
    const answer = await this.run(picture, (source) => ({
      kind: 'view',
      picture: source,
      side: longestSide,
    }));
    return answer.kind === 'view' && answer.jpeg ? Buffer.from(answer.jpeg) : undefined;
  }

  /** True where at least a part of a broken picture shows something. */
  async showsSomething(picture: Picture): Promise<boolean> {
    const answer = await this.run(picture, (source) => ({ kind: 'shows', picture: source }));
    return answer.kind === 'shows' && answer.shows;
  }

  /** Ends the processes; a later job starts new ones. */
  onModuleDestroy(): void {
    clearTimeout(this.resting);
    for (const process of this.idle.splice(0)) process.stop();
  }

  private run(picture: Picture, job: (source: PictureSource) => DecodeJob): Promise<DecodeAnswer> {
    return this.turnstile.run(async () => {
      const source = typeof picture === 'string' ? picture : await picture();
      const answer = await this.answer(job(source));
      if (answer.kind === 'beyond') throw beyond(answer.limit);
      return answer;
    });
  }

  /** A job is tried twice: a process may also be ended by others, and then its picture is not to blame. */
  private async answer(job: DecodeJob): Promise<DecodeAnswer> {
    const first = await this.tried(job);
    return first.kind === 'beyond' && first.limit === 'memory' ? this.tried(job) : first;
  }

  private async tried(job: DecodeJob): Promise<DecodeAnswer> {
    let process = this.idle.pop();
    while (process && !process.alive) process = this.idle.pop();
    process ??= await DecoderProcess.start(this.limits);
    const answer = await process.run(job);
    if (process.alive) this.rest(process);
    return answer;
  }

  /** A process that nobody needs for a while gives its memory back. */
  private rest(process: DecoderProcess): void {
    this.idle.push(process);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.onModuleDestroy(), idleMs).unref();
  }
}

function beyond(limit: 'time' | 'memory'): DomainError {
  return limit === 'time'
    ? new DomainError('busy', 'photo.slow-to-decode')
    : new DomainError('invalid', 'photo.heavy-to-decode');
}
