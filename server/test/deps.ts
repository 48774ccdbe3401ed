import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type pg from 'pg';
import { inject } from 'vitest';
import { TravellingClock } from '../src/platform/clock.ts';
import type { Deps } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/db.ts';
import { openLive } from '../src/platform/live.ts';
import { silentLog } from '../src/platform/log.ts';
import { makeSecrets } from '../src/platform/secret.ts';
import { type Environment, readSettings } from '../src/platform/settings.ts';
import { openStorage } from '../src/platform/storage.ts';
import { afterThisFile } from './cleanup.ts';
import { scratchFolder } from './scratch.ts';
import { runAlone, withDatabase } from './template.ts';

/** What the server is made of, on a database and a file store of its own. */
export type TestDeps = Deps & {
  pool: pg.Pool;
  clock: TravellingClock;
  /** The address of the database, for a second pool or a second process. */
  databaseUrl: string;
};

/** Free ports, and no limit to how often a test may ask. */
const usual = { PORT: '0', SMTP_PORT: '0', RATE_LIMIT: '0' };

let copies = 0;

/** A migrated, empty database of its own; dropped after the test file. Returns its address. */
export async function testDatabase(): Promise<string> {
  const { url, template } = inject('postgres');
  const name = `baton_test_${process.pid}_${Date.now().toString(36)}_${(copies += 1)}`;
  await runAlone(url, `create database ${name} template ${template} strategy file_copy`);
  afterThisFile(() => runAlone(url, `drop database if exists ${name} with (force)`));
  return withDatabase(url, name);
}

/** A folder of its own, removed after the test file. */
export async function testFolder(): Promise<string> {
  const folder = await scratchFolder('test');
  afterThisFile(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Real dependencies for a test: a database copied from the template, a file store, secrets, a clock
 * that can travel, a silent log. Everything is closed and removed after the test file.
 * `environment` holds settings as the server would read them.
 */
export async function testDeps(environment: Environment = {}): Promise<TestDeps> {
  const folder = await testFolder();
  const databaseUrl = await testDatabase();
  const settings = readSettings(
    { ...usual, DATA_DIR: folder, DATABASE_URL: databaseUrl, ...environment },
    folder,
  );
  const { db, pool } = openDatabase(databaseUrl, 10);
  const log = silentLog();
  const live = openLive(db, log);
  afterThisFile(() => live.settled().then(() => db.destroy()));
  return {
    db,
    pool,
    databaseUrl,
    settings,
    storage: await openStorage(settings.storageFolder),
    secrets: makeSecrets(settings.secrets ?? [randomBytes(32).toString('base64url')]),
    log,
    clock: new TravellingClock(),
    live,
    wake: () => {},
  };
}
