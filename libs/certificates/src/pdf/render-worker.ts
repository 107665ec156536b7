import { parentPort } from 'node:worker_threads';
import { loadFonts } from './fonts.js';
import { renderCertificate } from './render-certificate.js';
import type { RenderAnswer, RenderJob } from './render-job.js';
import { warmUpContent } from './warm-up.js';

/** Entry of a render thread: draws once to warm up, says that it is ready, then one job at a time. */
async function work(port: NonNullable<typeof parentPort>): Promise<void> {
  const fonts = loadFonts();
  await renderCertificate(warmUpContent, { fonts, thumbnails: new Map(), verifyUrl: 'http://localhost/' });
  port.on('message', (job: RenderJob) => {
    void answer(job).then((result) => port.postMessage(result));
  });
  port.postMessage({ kind: 'ready' } satisfies RenderAnswer);
}

async function answer({ content, ...job }: RenderJob): Promise<RenderAnswer> {
  try {
    const bytes = await renderCertificate(content, { ...job, fonts: loadFonts() });
    return { kind: 'done', bytes };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

if (parentPort) await work(parentPort);
