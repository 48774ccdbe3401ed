import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';
import { isAlive } from '../src/platform/embedded-postgres/process-alive.ts';
import { scratch } from './scratch.ts';

const prefix = 'baton-test-postgres-';
const log = { info: () => {}, error: () => {} };

/** Nothing of it shall survive a crash, so it need not wait for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  logging_collector: 'off',
  max_wal_size: '256MB',
};

/** An embedded PostgreSQL in a temporary folder; `stop` leaves nothing behind. */
export async function startThrowAwayPostgres(): Promise<{
  url: string;
  stop: () => Promise<void>;
}> {
  await removeLeftOvers();
  const folder = await mkdtemp(join(await scratch(), prefix));
  // As root the database runs as `nobody`, who must be able to pass.
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'pid'), String(process.pid));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true, settings });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs that were killed could not clean up. Another run may just be doing the same. */
async function removeLeftOvers(): Promise<void> {
  const home = await scratch();
  const names = (await readdir(home)).filter((name) => name.startsWith(prefix));
  for (const folder of names.map((name) => join(home, name))) {
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => 0));
    if (pid && !isAlive(pid)) await removeLeftOver(folder).catch(() => {});
  }
}

async function removeLeftOver(folder: string): Promise<void> {
  const left = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true, settings });
  await left.stop();
  await rm(folder, { recursive: true, force: true });
}
