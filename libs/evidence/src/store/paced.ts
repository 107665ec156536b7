import { DomainError } from '#kernel';
import type { Readable } from 'node:stream';

export interface Pace {
  readonly windowMs: number;
  /** An upload must bring at least this many bytes in every window. */
  readonly leastBytes: number;
}

/** 1 KiB/s: less than any phone network gives, more than a sender that only holds connections wants to spend. */
export const uploadPace: Pace = { windowMs: 20_000, leastBytes: 20 * 1024 };

/**
 * The chunks of an upload as long as it keeps pace. Throws `invalid` `upload.too-slow`, and `upload.cut` where the
 * sender goes away; the source is not destroyed, so that the refusal can still be answered on its connection.
 */
export async function* paced(source: Readable, pace: Pace = uploadPace): AsyncGenerator<Uint8Array> {
  const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  let inWindow = 0;
  let refuse: (reason: DomainError) => void = () => undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  tooSlow.catch(() => undefined);
  const timer = setInterval(() => {
    if (inWindow < pace.leastBytes) refuse(new DomainError('invalid', 'upload.too-slow'));
    inWindow = 0;
  }, pace.windowMs);
  try {
    for (;;) {
      const next = await Promise.race([chunks.next().catch(senderGone), tooSlow]);
      if (next.done) return;
      inWindow += next.value.length;
      yield next.value;
    }
  } finally {
    clearInterval(timer);
    // Takes the iterator's listeners off the source; not awaited, for a read may be pending that never ends.
    void Promise.resolve(chunks.return?.()).catch(() => undefined);
  }
}

function senderGone(): never {
  throw new DomainError('invalid', 'upload.cut');
}
