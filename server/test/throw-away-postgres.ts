import { rm } from 'node:fs/promises';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';
import { leftOver, scratchFolder } from './scratch.ts';

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
  const folder = await scratchFolder('postgres');
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
  for (const folder of await leftOver('postgres')) await removeLeftOver(folder).catch(() => {});
  for (const folder of [...(await leftOver('test')), ...(await leftOver('journey'))]) {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeLeftOver(folder: string): Promise<void> {
  const left = await startEmbeddedPostgres({ dataDir: folder, log, asServer: true, settings });
  await left.stop();
  await rm(folder, { recursive: true, force: true });
}
