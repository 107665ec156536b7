import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { DecodeAnswer, DecodedHeader, DecodeJob, PictureSource } from './decode-job.js';
import { DecoderLane } from './decoder-lane.js';
import type { ProcessLimits } from './decoder-process.js';

/** A local file, or a way to get the bytes, which is gone when a process is free for them and not before. */
export type Picture = string | (() => Promise<Uint8Array>);

const usualLimits: ProcessLimits = { memoryKib: 600 * 1024, jobMs: 30_000 };

/**
 * The one place that decodes pictures of strangers: in processes of their own, limited in pixels, memory and time.
 * Headers wait for no picture, and what nobody waits for takes only what the machine has left. Throws `busy`
 * `photo.slow-to-decode`, `invalid` `photo.heavy-to-decode` for what goes beyond the limits.
 */
@Injectable()
export class Decoder implements OnModuleDestroy {
  private lanes = lanesWithin(usualLimits);

  /** A decoder with limits of its own. */
  static within(limits: ProcessLimits): Decoder {
    const decoder = new Decoder();
    decoder.lanes = lanesWithin(limits);
    return decoder;
  }

  /** What the header says; undefined where it can't be read. No pixel is decoded. */
  async header(picture: Picture): Promise<DecodedHeader | undefined> {
    const answer = await answered(this.lanes.headers, picture, (source) => ({
      kind: 'header',
      picture: source,
    }));
    return answer.kind === 'header' ? answer.header : undefined;
  }

  /**
   * The picture that people see: upright, sRGB, JPEG, at most `longestSide` pixels, without any metadata; the same
   * bytes for the same input and version. Undefined where the picture is broken.
   */
  view(picture: Picture, longestSide: number): Promise<Buffer | undefined> {
    return viewIn(this.lanes.pictures, picture, longestSide);
  }

  /** As {@link view}, for what nobody waits for. */
  viewInTime(picture: Picture, longestSide: number): Promise<Buffer | undefined> {
    return viewIn(this.lanes.background, picture, longestSide);
  }

  /** True where at least a part of a broken picture shows something. */
  async showsSomething(picture: Picture): Promise<boolean> {
    const answer = await answered(this.lanes.pictures, picture, (source) => ({
      kind: 'shows',
      picture: source,
    }));
    return answer.kind === 'shows' && answer.shows;
  }

  /** Ends the processes; a later job starts new ones. */
  onModuleDestroy(): void {
    for (const lane of Object.values(this.lanes)) lane.stop();
  }
}

function lanesWithin(limits: ProcessLimits) {
  return {
    headers: new DecoderLane(limits),
    pictures: new DecoderLane(limits),
    background: new DecoderLane({ ...limits, isBackground: true }),
  };
}

async function viewIn(lane: DecoderLane, picture: Picture, side: number): Promise<Buffer | undefined> {
  const answer = await answered(lane, picture, (source) => ({ kind: 'view', picture: source, side }));
  return answer.kind === 'view' && answer.jpeg ? Buffer.from(answer.jpeg) : undefined;
}

async function answered(
  lane: DecoderLane,
  picture: Picture,
  job: (source: PictureSource) => DecodeJob,
): Promise<DecodeAnswer> {
  const answer = await lane.run(async () => job(typeof picture === 'string' ? picture : await picture()));
  if (answer.kind === 'beyond') throw beyond(answer.limit);
  return answer;
}

function beyond(limit: 'time' | 'memory'): DomainError {
  return limit === 'time'
    ? new DomainError('busy', 'photo.slow-to-decode')
    : new DomainError('invalid', 'photo.heavy-to-decode');
}
