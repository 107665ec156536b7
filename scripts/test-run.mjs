// One run of the test suite and its totals.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './workspace.mjs';

/** Takes Jest's report; a test file that could not even be loaded counts as one failure. */
export function countReport(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Runs Jest and counts. When Jest fails for a reason that is in no test (nothing found, no database), that
 * counts as one failure.
 */
export function runTests(args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-totals-'));
  const report = join(folder, 'report.json');
  try {
    const succeeded = run('jest', ['--json', `--outputFile=${report}`, ...args], {}, [
      'inherit',
      'ignore',
      'inherit',
    ]);
    const totals = countReport(JSON.parse(readFileSync(report, 'utf8')));
    return succeeded || totals.failed > 0 ? totals : { ...totals, failed: 1 };
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last line of output, alone: what a machine reads. */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
