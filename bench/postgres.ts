import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres/index.ts';
import { postmasterOf } from './processor-time.ts';
import { ensureTemplate, runAlone, withDatabase } from '../server/test/template.ts';

/** An embedded PostgreSQL as Baton runs it (durable), thrown away after the run unless it is kept. */
export interface BenchPostgres {
  /** A folder for what else the run keeps. */
  folder: string;
  /** The process id of the database. */
  postmaster: number;
  /** Makes a migrated, empty database and gives its address. */
  database: () => Promise<string>;
  /**
   * A database that takes long to fill: filled by `fill` unless an earlier run that kept its data did
   * so. One that was left half full is made anew.
   */
  prepared: (name: string, fill: (url: string) => Promise<void>) => Promise<string>;
  /** Makes a copy of a database to which nobody is connected. */
  copyOf: (url: string) => Promise<string>;
  /** Throws a database away to which nobody is connected. */
  drop: (url: string) => Promise<void>;
  stop: () => Promise<void>;
}

const log = { info: () => {}, error: () => {} };

/** What the product wrote is read back from the database's own log, to write it by plain SQL. */
const settings = { wal_level: 'logical', max_connections: '200' };

/** In the folder `kept`, which the next run finds again; without one in a folder of its own. */
export async function startBenchPostgres(kept?: string): Promise<BenchPostgres> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'baton-bench-')));
  await mkdir(folder, { recursive: true });
  // As root the database runs as `nobody`, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true, settings });
  const template = await ensureTemplate(postgres.url);
  const copy = async (name: string, how = '') => {
    const made = `bench_${randomUUID().replaceAll('-', '')}`;
    await runAlone(postgres.url, `create database ${made} template ${name} ${how}`);
    return withDatabase(postgres.url, made);
  };
  return {
    folder,
    postmaster: await postmasterOf(postgres.url),
    database: () => copy(template),
    prepared: (name, fill) => prepare(postgres.url, { name: `bench_${name}`, template, fill }),
    // A large one is copied as it lies on the disk, not through the log.
    copyOf: (url) => copy(nameOf(url), 'strategy file_copy'),
    async drop(url) {
      await runAlone(postgres.url, `drop database ${nameOf(url)}`);
    },
    async stop() {
      await postgres.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

type Prepared = { name: string; template: string; fill: (url: string) => Promise<void> };

async function prepare(server: string, { name, template, fill }: Prepared): Promise<string> {
  const url = withDatabase(server, name);
  const { rows } = await runAlone(
    server,
    `select shobj_description(oid, 'pg_database') as said from pg_database where datname = '${name}'`,
  );
  if (rows[0]?.said === 'filled') return url;
  await runAlone(server, `drop database if exists ${name} with (force)`);
  await runAlone(server, `create database ${name} template ${template}`);
  await fill(url);
  await runAlone(server, `comment on database ${name} is 'filled'`);
  return url;
}
