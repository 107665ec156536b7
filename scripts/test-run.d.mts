export type Totals = { passed: number; failed: number; skipped: number };

export function countReport(report: {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  numTodoTests: number;
}): Totals;
export function runTests(args?: readonly string[]): Totals;
export function totalsLine(totals: Totals): string;
