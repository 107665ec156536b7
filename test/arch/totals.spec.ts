import { countReport, totalsLine } from '../../scripts/test-run.mjs';

const report = {
  numPassedTests: 812,
  numFailedTests: 2,
  numRuntimeErrorTestSuites: 1,
  numPendingTests: 3,
  numTodoTests: 1,
};

describe('the totals of a test run', () => {
  it('count a test file that could not be loaded as a failure, and a test that is still to write as skipped', () => {
    expect(countReport(report)).toEqual({ passed: 812, failed: 3, skipped: 4 });
  });

  it('are one line that a machine reads', () => {
    expect(totalsLine(countReport(report))).toBe('812 passed, 3 failed, 4 skipped');
  });
});
