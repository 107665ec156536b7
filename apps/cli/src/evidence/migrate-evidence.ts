import { NestFactory } from '@nestjs/core';
import { openEvidenceStore } from '#evidence';
import { isSha256, systemClock, type Sha256 } from '#kernel';
import { BaseConfig, DatabaseModule, loadConfig } from '#platform';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateObjects, type Migrated } from './migrate-objects.js';
import { objectsKnownTo } from './object-kinds.queries.js';

const usage = 'Say where to: migrate-evidence --to filesystem:///absolute/path | s3://key:secret@host/bucket';
const everyObjects = 100;

/**
 * Carries all objects of EVIDENCE_STORE to another store, which becomes the new EVIDENCE_STORE afterwards. An
 * interrupted run goes on where it was, by a file below DATA_DIR. Throws Error that says what to do.
 */
export async function migrateEvidence(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ ok: boolean; lines: string[] }> {
  const [option, target, ...rest] = args;
  if (option !== '--to' || target === undefined || rest.length > 0) throw new Error(usage);
  const config = loadConfig(BaseConfig, environment);
  const module = {
    module: class MigrateModule {},
    imports: [DatabaseModule.forRoot({ url: config.DATABASE_URL, applicationName: 'migrate', poolSize: 2 })],
  };
  const context = await NestFactory.createApplicationContext(module, { logger: ['error', 'fatal'] });
  const known = objectsKnownTo(context);
  const shared = { records: known.records, clock: systemClock };
  const dataDirectory = config.DATA_DIR;
  const old = config.EVIDENCE_STORE ? { store: config.EVIDENCE_STORE } : {};
  const from = openEvidenceStore({ dataDirectory, ...old }, shared);
  const to = openEvidenceStore({ dataDirectory, store: target }, shared);
  try {
    if (from.name === to.name) throw new Error(`Both stores are ${to.name}: name another one.`);
    const kinds = await known.kinds();
    const progress = new Progress(join(dataDirectory, 'migrate-evidence.json'), to.name);
    const after = progress.read();
    const done = await migrateObjects({
      from,
      to,
      kindOf: (sha256) => kinds.get(sha256) ?? 'evidence',
      ...(after !== undefined && { after }),
      onObject: (sha256, soFar) => progress.note(sha256, soFar),
    });
    progress.end();
    return { ok: done.damaged.length === 0, lines: linesOf(done, to.name) };
  } finally {
    from.close();
    to.close();
    await context.close();
  }
}

/** How far a migration to one store has come, in a file that outlives the process. */
class Progress {
  constructor(
    private readonly file: string,
    private readonly to: string,
  ) {}

  read(): Sha256 | undefined {
    try {
      const { to, after } = JSON.parse(readFileSync(this.file, 'utf8')) as { to: string; after: string };
      return to === this.to && isSha256(after) ? after : undefined;
    } catch {
      return undefined;
    }
  }

  note(after: Sha256, soFar: Migrated): void {
    const count = soFar.objects + soFar.damaged.length;
    if (count % everyObjects !== 0) return;
    writeFileSync(this.file, JSON.stringify({ to: this.to, after }));
    process.stdout.write(`${summary(soFar)}, up to ${after.slice(0, 12)}…\n`);
  }

  end(): void {
    rmSync(this.file, { force: true });
  }
}

function linesOf(done: Migrated, name: string): string[] {
  const damaged = done.damaged.map((sha256) => `  differs from its hash, not carried: ${sha256}`);
  const next = `Set EVIDENCE_STORE to the new store and start again; run this once more for what was added meanwhile.`;
  return [`${summary(done)} verified in ${name}`, ...damaged, next];
}

function summary({ objects, bytes, damaged }: Migrated): string {
  const wrong = damaged.length > 0 ? `, ${String(damaged.length)} damaged` : '';
  return `${String(objects)} objects, ${(bytes / 1_048_576).toFixed(1)} MB${wrong}`;
}
