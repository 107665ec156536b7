import { parentPort } from 'node:worker_threads';

/** Speaks like a render thread; dies, fails or waits when the job's address says so. */
const answers = {
  crash: () => process.exit(3),
  fail: () => parentPort.postMessage({ kind: 'failed', message: 'no glyph for U+2EBF0' }),
  hang: () => undefined,
};

parentPort.on('message', ({ verifyUrl }) => {
  const answer = answers[verifyUrl];
  if (answer) answer();
  else parentPort.postMessage({ kind: 'done', bytes: new TextEncoder().encode(verifyUrl) });
});
parentPort.postMessage({ kind: 'ready' });
