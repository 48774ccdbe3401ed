import { mkdir } from 'node:fs/promises';
import type { Deps } from '../platform/context.ts';
import { databaseClock } from '../platform/clock.ts';
import { type Database, startDatabase } from '../platform/database.ts';
import { openDatabase } from '../platform/db.ts';
import { type Logger, openLog } from '../platform/log.ts';
import { openLive } from '../platform/live.ts';
import { migrate } from '../platform/migrate.ts';
import { lazyLimits, noLimits, usualLimits } from '../platform/patience.ts';
import { Problem } from '../platform/problem.ts';
import { keptSecret, makeSecrets } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { StartError } from '../platform/start-error.ts';
import { openStorage } from '../platform/storage.ts';
import { checkStorageId } from '../platform/storage-id.ts';
import { within } from './until-stopped.ts';

/** Connections of one server to the database. */
const mostConnections = 20;

export interface Opened {
  deps: Deps;
  /** Closes the pool and lets go of the database. */
  close: () => Promise<void>;
}

interface Options {
  log: Logger;
  asServer: boolean;
  /** Commits do not wait for the disk. */
  lazily?: boolean;
  onLost?: (error: Error) => void;
}

/**
 * Opens all that Baton is made of, as the settings say: the database, brought to this version, the
 * file store, the secrets.
 * @throws StartError in sentences for the person at the terminal.
 */
export async function openAll(settings: Settings, options: Options): Promise<Opened> {
  const database = await startDatabase(settings, options);
  try {
    const done = await migrate(database.directUrl);
    if (done.length > 0) options.log.info(`The database was brought to ${done.at(-1)}.`);
    return await openOn(database, settings, options);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function openOn(
  database: Database,
  settings: Settings,
  { log, asServer, lazily }: Options,
): Promise<Opened> {
  await mkdir(settings.dataDir, { recursive: true, mode: 0o711 });
  const direct = database.url === database.directUrl;
  // What a person starts at the terminal may go through everything; they see it and can stop it.
  const limits = asServer ? usualLimits : lazily ? lazyLimits : noLimits;
  const { db } = openDatabase(database.url, mostConnections, direct, limits);
  const live = openLive(db, log);
  const close = async () => {
    // A connection that is stuck in a query must not keep the database from being stopped.
    await within(
      2_000,
      live.settled().then(() => db.destroy()),
    );
    await database.stop();
  };
  try {
    const storage = await openStorage(settings.storageFolder);
    await checkStorageId(db, settings.storageFolder);
    const secrets = makeSecrets(settings.secrets ?? [await keptSecret(settings.dataDir)]);
    const found = { databaseUrl: database.url, databaseDirectUrl: database.directUrl };
    const deps: Deps = {
      db,
      settings: { ...settings, ...found },
      storage,
      secrets,
      log,
      clock: databaseClock,
      live,
      wake: () => {},
    };
    return { deps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Does one thing at the terminal on all that Baton is made of; the log goes beside what it prints.
 * @throws StartError with what was refused, in a sentence
 */
export async function atTerminal(
  settings: Settings,
  act: (deps: Deps) => Promise<void>,
): Promise<number> {
  const log = openLog('info', process.stderr);
  const { deps, close } = await openAll(settings, { log, asServer: false });
  try {
    await act(deps);
    return 0;
  } catch (error) {
    if (error instanceof Problem) throw new StartError(error.message);
    throw error;
  } finally {
    await close();
  }
}
