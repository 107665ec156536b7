import { NestFactory } from '@nestjs/core';
import { LedgerModule, LedgerVerification } from '#ledger';
import { BaseConfig, DatabaseModule, loadConfig } from '#platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Verifies the whole ledger against checkpoint files that the caller holds; gives the lines to print. */
export async function verifyLedger(
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ ok: boolean; lines: string[] }> {
  const config = loadConfig(BaseConfig, environment);
  const module = {
    module: class VerifyModule {},
    imports: [
      DatabaseModule.forRoot({ url: config.DATABASE_URL, applicationName: 'verify', poolSize: 2 }),
      LedgerModule.forRoot({ keysDirectory: join(config.DATA_DIR, 'keys') }),
    ],
  };
  const context = await NestFactory.createApplicationContext(module, { logger: ['error', 'fatal'] });
  try {
    const held = files.map((file) => readFileSync(file, 'utf8'));
    const { ok, size, root, problems } = await context.get(LedgerVerification).verify(held);
    const found = problems.map(
      ({ seq, kind, expected, found: is }) =>
        `${kind}${seq === undefined ? '' : ` at ${String(seq)}`}: expected ${expected}; found ${is}`,
    );
    return { ok, lines: [`${ok ? 'OK' : 'NOT OK'}: ${String(size)} entries, root ${root}`, ...found] };
  } finally {
    await context.close();
  }
}
