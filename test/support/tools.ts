import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when a program of this name stands on the PATH. */
export function hasTool(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * A group of tests that drive foreign programs. Where one is missing, the group stands in the report as
 * skipped with the program's name; with REQUIRE_TOOLS=1 (continuous integration) it fails instead.
 */
export function describeWithTools(tools: readonly string[], title: string, tests: () => void): void {
  const missing = tools.filter((tool) => !hasTool(tool));
  describeUnlessMissing(missing, title, tests);
}

/** The same for whatever a machine may lack (a server, a setting); `missing` is empty where nothing is. */
export function describeUnlessMissing(missing: readonly string[], title: string, tests: () => void): void {
  if (missing.length === 0) {
    describe(title, tests);
    return;
  }
  const line = `needs ${missing.join(', ')}, which this machine does not have`;
  if (process.env['REQUIRE_TOOLS'] !== '1') {
    describe.skip(`${title}: ${line}`, tests);
    return;
  }
  describe(title, () => {
    it(line, () => {
      throw new Error(`REQUIRE_TOOLS=1: install or start ${missing.join(', ')}`);
    });
  });
}

/** Runs a program to its end and gives what it printed; never throws for a non-zero exit. */
export function runTool(tool: string, parameters: readonly string[]) {
  const done = spawnSync(tool, [...parameters], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (done.error) throw done.error;
  return { code: done.status, output: `${done.stdout}${done.stderr}` };
}

/** A group of tests that need a right of the machine's owner: skipped with the reason where it is not given. */
export function describeWherePossible(reason: string | undefined, title: string, tests: () => void): void {
  if (reason === undefined) describe(title, tests);
  else describe.skip(`${title}: ${reason}`, tests);
}
