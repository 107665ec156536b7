// One run of the test suite and its totals.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './workspace.mjs';

/**
 * Runs Jest and counts. A test file that could not even be loaded counts as one failure; `complete` is
 * false when Jest failed for a reason that is in no test (no report, nothing found).
 */
export function runTests(args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-totals-'));
  const report = join(folder, 'report.json');
  try {
    const succeeded = run('jest', ['--json', `--outputFile=${report}`, ...args]);
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
    const skipped = counted.numPendingTests + counted.numTodoTests;
    return { passed: counted.numPassedTests, failed, skipped, complete: succeeded || failed > 0 };
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0, complete: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last line of output, alone: what a machine reads. */
export function printTotals({ passed, failed, skipped }) {
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
}
