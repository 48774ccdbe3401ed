import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres/index.ts';
import { postmasterOf } from './processor-time.ts';
import { ensureTemplate, runAlone, withDatabase } from '../server/test/template.ts';

/** An embedded PostgreSQL as Baton runs it (durable), thrown away after the run. */
export interface BenchPostgres {
  /** A folder for what else the run keeps. */
  folder: string;
  /** The process id of the database. */
  postmaster: number;
  /** Makes a migrated, empty database and gives its address. */
  database: () => Promise<string>;
  /** Makes a copy of a database to which nobody is connected. */
  copyOf: (url: string) => Promise<string>;
  stop: () => Promise<void>;
}

const log = { info: () => {}, error: () => {} };

/** What the product wrote is read back from the database's own log, to write it by plain SQL. */
const settings = { wal_level: 'logical', max_connections: '200' };

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  // As root the database runs as `nobody`, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true, settings });
  const template = await ensureTemplate(postgres.url);
  const copy = async (name: string) => {
    const made = `bench_${randomUUID().replaceAll('-', '')}`;
    await runAlone(postgres.url, `create database ${made} template ${name}`);
    return withDatabase(postgres.url, made);
  };
  return {
    folder,
    postmaster: await postmasterOf(postgres.url),
    database: () => copy(template),
    copyOf: (url) => copy(new URL(url).pathname.slice(1)),
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
