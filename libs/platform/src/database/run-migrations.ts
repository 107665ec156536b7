import { DataSource, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

// Any fixed number does; it only has to differ from other advisory locks of this database.
const migrationLock = 7_426_302;

/**
 * Applies the migrations that are missing, as the owner role, under an advisory lock: two launchers at once end
 * in one migrated database. Gives the names of those that it applied.
 */
export async function runMigrations(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations.map(stamped),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await lock.release();
    await dataSource.destroy();
  }
}

/**
 * TypeORM orders migrations by 13 digits at the end of their names; ours end in their number (`Ledger0001`), which
 * is padded here instead of in every file.
 */
function stamped(Migration: MigrationClass): MigrationClass {
  const migration = new Migration();
  const [, title, number] = /^(\D+)(\d{4})$/.exec(migration.name ?? '') ?? [];
  if (!title || !number) throw new Error(`A migration's name ends in its number: ${String(migration.name)}`);
  const stamp = title + number.padStart(13, '0');
  return class {
    readonly name = stamp;
    up = migration.up.bind(migration);
    down = migration.down.bind(migration);
  };
}
