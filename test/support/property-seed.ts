import { execFileSync } from 'node:child_process';
import fc from 'fast-check';

/** In CI the seed is the commit, so that a failed run can be repeated and the next commit tries other values. */
function seedOfCommit(): number | undefined {
  if (process.env['CI'] !== 'true') return undefined;
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
    return Number.parseInt(commit.slice(0, 7), 16);
  } catch {
    return undefined;
  }
}

const seed = seedOfCommit();
if (seed !== undefined) fc.configureGlobal({ seed });
