// Commands for operators: node dist/apps/cli/src/main.js <command>
import 'reflect-metadata';
import { exportPublic } from './export/export-public.js';
import { migrateEvidence } from './evidence/migrate-evidence.js';
import { prepare, readPrepareSettings } from './prepare/prepare.js';
import { verifyLedger } from './verify/verify.js';

type Command = { readonly purpose: string; run(args: readonly string[]): Promise<readonly string[]> };

const commands: Readonly<Record<string, Command>> = {
  prepare: {
    purpose:
      'make roles and database, migrate, seed the catalogue and one administrator (DATABASE_SUPER_URL …)',
    run: async () => (await prepare(readPrepareSettings(process.env))).lines,
  },
  'export-public': {
    purpose:
      'write the whole public site into a folder, as files for any web server: DIR, and where the site runs (http://127.0.0.1:3001)',
    run: async ([directory, site = 'http://127.0.0.1:3001']) => {
      if (!directory) throw new Error('export-public needs the folder to write into.');
      return exportPublic(directory, site);
    },
  },
  verify: {
    purpose:
      'verify the whole ledger; arguments are files with checkpoints that you hold (DATABASE_URL, DATA_DIR)',
    run: async (files) => {
      const { ok, lines } = await verifyLedger(files, process.env);
      if (!ok) process.exitCode = 1;
      return lines;
    },
  },
  'migrate-evidence': {
    purpose: 'carry all evidence to another store: --to filesystem:///… | s3://… (DATABASE_URL, DATA_DIR)',
    run: async (args) => {
      const { ok, lines } = await migrateEvidence(args, process.env);
      if (!ok) process.exitCode = 1;
      return lines;
    },
  },
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const list = Object.entries(commands).map(([known, { purpose }]) => `  ${known.padEnd(16)} ${purpose}`);
    throw new Error(`Unknown command "${name}". There are:\n${list.join('\n')}`);
  }
  for (const line of await command.run(args)) process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
