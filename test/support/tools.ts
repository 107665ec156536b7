import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Takes the name of a program; gives its path, or undefined when this machine doesn't have it. */
export function findTool(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * Takes the programs that a test needs; gives `it` when all are there. Otherwise the test is skipped, with
 * a line that names what is missing; with REQUIRE_TOOLS=1 it runs and fails, so that a machine which
 * should have everything can't pass by skipping.
 */
export function itWithTools(...names: readonly string[]): jest.It {
  const missing = names.filter((name) => findTool(name) === undefined);
  if (missing.length === 0) return it;
  if (process.env['REQUIRE_TOOLS'] === '1') {
    return ((title: string) =>
      it(title, () => {
        throw new Error(`REQUIRE_TOOLS=1, but this machine lacks: ${missing.join(', ')}`);
      })) as jest.It;
  }
  process.stderr.write(`skipped, because this machine lacks ${missing.join(', ')}\n`);
  return it.skip as jest.It;
}
