// Entry of a decoding process: says that it is ready, then answers one job after the other until its parent goes.
import { decode } from './decode.js';
import type { DecodeAnswer, DecodeJob } from './decode-job.js';

const send = (answer: DecodeAnswer): void => {
  process.send?.(answer);
};
process.on('message', (job: DecodeJob) => {
  void decode(job).then(send);
});
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });
