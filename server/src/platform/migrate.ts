import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { StartError } from './start-error.ts';

/** The schema of the queue, beside `baton`. */
export const jobsSchema = 'baton_jobs';

export const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations');

/**
 * Brings the database at `url` (a direct connection, not a pooler's) to this version: ours, then
 * the queue's. Several servers may do it at once: an advisory lock lets one after the other.
 * @returns the names of the migrations that were run.
 * @throws StartError when the database is newer than this Baton, or a migration fails.
 */
export async function migrate(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'baton migrate' });
  // A connection that breaks fails the query that uses it; the event itself must not end us.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const done = await ours(db);
    await runMigrations({ pgPool: pool, schema: jobsSchema });
    return done;
  } finally {
    await db.destroy();
  }
}

async function ours(db: Kysely<unknown>): Promise<string[]> {
  const provider = sqlFiles(migrationsFolder);
  await refuseNewer(db, Object.keys(await provider.getMigrations()));
  const migrator = new Migrator({
    db,
    provider,
    migrationTableSchema: 'baton',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find((result) => result.status === 'Error');
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new StartError(
      `The database could not be brought to this version${
        failed ? `: migration ${failed.migrationName} failed` : ''
      }: ${reason}. Nothing of it was kept.`,
      1,
      { cause: error },
    );
  }
  return results.map((result) => result.migrationName);
}

/** Migrations from `NNNN_name.sql` files, forward only, each run as it stands. */
function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
      const migrations = names.toSorted().map((name) => {
        const up: Migration['up'] = async (db) => {
          await sql.raw(await readFile(join(folder, name), 'utf8')).execute(db);
        };
        return [name.replace(/\.sql$/, ''), { up }] as const;
      });
      return Object.fromEntries(migrations);
    },
  };
}

async function refuseNewer(db: Kysely<unknown>, known: string[]): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('baton.migrations') is not null as there`.execute(db);
  if (!rows[0]?.there) return;
  const applied = await sql<{ name: string }>`select name from baton.migrations`.execute(db);
  const unknown = applied.rows.map((row) => row.name).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartError(
    `The database is newer than this Baton: it has ${unknown.toSorted().join(', ')}, which this ` +
      'version does not know. Start the newer Baton again, or restore a backup from before.',
  );
}
