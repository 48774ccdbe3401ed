import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '../src/platform/migrate.ts';
import { startThrowAwayPostgres } from '../test/throw-away-postgres.ts';

const path = join(import.meta.dirname, '..', 'src', 'platform', 'database-types.ts');

/** The row types of a freshly migrated database, by kysely-codegen. */
async function generate(): Promise<string> {
  const postgres = await startThrowAwayPostgres();
  try {
    await migrate(postgres.url);
    const { stdout } = await promisify(execFile)(
      'kysely-codegen',
      [
        ...['--print', '--log-level', 'error', '--dialect', 'postgres', '--url', postgres.url],
        ...['--default-schema', 'public', '--include-pattern', 'baton.*'],
        ...['--exclude-pattern', 'baton.migrations*'],
      ],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    // platform/db.ts has the driver read bigint as a number: lengths, sizes and counts.
    const int8 = 'export type Int8 = ColumnType<number, number, number>;';
    return `${stdout.trim()}\n`.replace(/^export type Int8 = .*$/m, int8);
  } finally {
    await postgres.stop();
  }
}

const text = await generate();
if (process.argv.includes('--check')) {
  if (text !== (await readFile(path, 'utf8'))) {
    console.error(`${path} does not fit the migrations; run: npm run -w server generate`);
    process.exitCode = 1;
  }
} else {
  await writeFile(path, text);
}
