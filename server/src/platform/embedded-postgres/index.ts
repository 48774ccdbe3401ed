import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../start-error.ts';
import { checkVersion, ensureCluster, readPassword, user } from './cluster.ts';
import { type Hold, type Refusal, takeHold } from './hold.ts';
import { choosePlace, type Place } from './place.ts';
import { findOrStart, type Postmaster, stopPostmaster, waitUntilGone } from './postmaster.ts';

export interface EmbeddedPostgres {
  /** For pg, libpq and everything that takes a connection string; carries the password. */
  url: string;
  /** Where the database lives (data folder, logs, socket). */
  directory: string;
  /** Lets go of the database; stops it when no other process of this DATA_DIR uses it. */
  stop: () => Promise<void>;
}

interface Options {
  dataDir: string;
  log: { info: (sentence: string) => void; error: (sentence: string) => void };
  /** As the one server of this DATA_DIR; commands beside a server pass false. */
  asServer: boolean;
  /** Settings of PostgreSQL over those that Baton chooses (tests switch durability off). */
  settings?: Record<string, string>;
  /** The database was lost and could not be brought back. */
  onLost?: (error: Error) => void;
}

/**
 * Starts the PostgreSQL that came by npm on `dataDir`, or takes over the one that runs there, and
 * makes what is missing. It listens on a socket in a folder of its own and nowhere else.
 * @throws StartError in sentences for the person at the terminal.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const say = (sentence: string) => options.log.info(sentence);
  const place = await choosePlace(options.dataDir, say);
  const first = await enter(place, options);
  let held = Promise.resolve(first);
  let stopping = false;

  const keep = ({ hold }: Held) => {
    hold.client.once('end', () => {
      if (stopping) return;
      options.log.error('The connection to the database was lost; Baton takes it up again.');
      held = enter(place, options);
      held.then(keep).catch((error) => options.onLost?.(error as Error));
    });
  };
  keep(first);

  return {
    url: first.url,
    directory: place.home,
    async stop() {
      stopping = true;
      const last = await held.catch(() => undefined);
      const isLast = await last?.hold.release().catch(() => false);
      if (last && isLast) await stopPostmaster(last.postmaster);
    },
  };
}

interface Held {
  url: string;
  postmaster: Postmaster;
  hold: Hold;
}

/** Finds or makes a running database and takes part in it, until that succeeds or is refused. */
async function enter(place: Place, options: Options): Promise<Held> {
  const say = (sentence: string) => options.log.info(sentence);
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    await ensureCluster(place, say);
    await checkVersion(place);
    const postmaster = await findOrStart(place, options.settings ?? {}, say);
    const password = await readPassword(place);
    const url = connection(postmaster, password, 'postgres');
    try {
      const hold = await takeHold(url, options.asServer);
      if (!('refused' in hold)) {
        await ensureDatabase(hold.client);
        return { url: connection(postmaster, password, 'baton'), postmaster, hold };
      }
      refuseSecondServer(hold, options.dataDir);
      await waitUntilGone(postmaster);
    } catch (error) {
      // One that is just ending, or restarts itself, refuses connections for a moment.
      if (error instanceof StartError) throw error;
      if (performance.now() > giveUpAt) throw notAnswering(postmaster, place, error);
      await sleep(50);
    }
  }
}

function notAnswering(postmaster: Postmaster, place: Place, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    `PostgreSQL runs in ${place.home} (process ${postmaster.pid}) but does not answer: ${reason}. ` +
      `End that process (kill -INT ${postmaster.pid}) and start Baton again.`,
    1,
    { cause },
  );
}

function refuseSecondServer(refusal: Refusal, dataDir: string): void {
  if (refusal.refused === 'stopping') return;
  throw new StartError(
    `Another Baton (process ${refusal.pid}) already serves from ${dataDir}. ` +
      'Stop that one first, or give this one a DATA_DIR of its own; ' +
      'to run several servers on one database, give each the same DATABASE_URL.',
  );
}

/** Two that make it at once get in each other's way: then this fails, and the next try finds it. */
async function ensureDatabase(client: pg.Client): Promise<void> {
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'baton'`);
    if (!rowCount) await client.query('create database baton');
  } catch (error) {
    await client.end();
    throw error;
  }
}

function connection(postmaster: Postmaster, password: string, database: string): string {
  const host = encodeURIComponent(postmaster.socketFolder);
  return `postgresql://${user}:${password}@localhost/${database}?host=${host}`;
}
