import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres/index.ts';
import { ensureTemplate, runAlone, withDatabase } from '../server/test/template.ts';

/** An embedded PostgreSQL exactly as Baton runs it (durable), thrown away after the run. */
export interface BenchPostgres {
  /** A folder for what else the run keeps. */
  folder: string;
  /** Makes a migrated, empty database and gives its address. */
  database: () => Promise<string>;
  stop: () => Promise<void>;
}

const log = { info: () => {}, error: () => {} };

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  // As root the database runs as `nobody`, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true });
  const template = await ensureTemplate(postgres.url);
  return {
    folder,
    async database() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      await runAlone(postgres.url, `create database ${name} template ${template}`);
      return withDatabase(postgres.url, name);
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
