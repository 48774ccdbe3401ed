import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres/index.ts';
import type { Settings } from './settings.ts';
import { openingMs } from './opening.ts';
import { errorCode, StartError } from './start-error.ts';

/** A database that answers. */
export interface Database {
  /** For the pool; may lead through a pooler. */
  url: string;
  /** For what needs a connection of its own: migrations, LISTEN, session locks. */
  directUrl: string;
  /** Lets go of it (and stops the embedded one if nobody else uses it). */
  stop: () => Promise<void>;
}

type Embedded = Parameters<typeof startEmbeddedPostgres>[0];
type Options = Pick<Embedded, 'log' | 'asServer' | 'onLost'> & {
  /** How long to wait for a given database that does not answer; ten seconds if not said. */
  patienceMs?: number;
};

/**
 * The database of the settings: the given one, or the embedded one, started if need be.
 * @throws StartError when it cannot be reached in time, is older than 15, or has no ICU.
 */
export async function startDatabase(settings: Settings, options: Options): Promise<Database> {
  if (settings.databaseUrl === undefined) {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: settings.dataDir, ...options });
    return { url, directUrl: url, stop };
  }
  const directUrl = settings.databaseDirectUrl ?? settings.databaseUrl;
  await checkGiven('DATABASE_URL', settings.databaseUrl, options);
  if (directUrl !== settings.databaseUrl) {
    await checkGiven('DATABASE_DIRECT_URL', directUrl, options);
  }
  return { url: settings.databaseUrl, directUrl, stop: async () => {} };
}

/** Not there yet (a database that starts beside Baton), as opposed to wrong. */
const passing = new Set([
  ...['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'],
  // Starting up; too many connections.
  ...['57P03', '53300'],
]);

async function checkGiven(name: string, url: string, options: Options): Promise<void> {
  const { log, patienceMs = 10_000 } = options;
  const giveUpAt = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { version, hasIcu } = await serverOf(url);
      refuseOld(name, version);
      return refuseWithoutIcu(name, hasIcu);
    } catch (error) {
      if (error instanceof StartError) throw error;
      const wait = passing.has(errorCode(error) ?? '') && performance.now() < giveUpAt;
      if (!wait) throw unreachable(name, url, error);
      if (attempt === 1) log.info(`The database at ${name} does not answer yet; trying again …`);
      await sleep(500);
    }
  }
}

async function serverOf(url: string): Promise<{ version: number; hasIcu: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: openingMs });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int as version,
        exists (select from pg_collation where collprovider = 'i') as "hasIcu"`);
    return rows[0];
  } finally {
    await client.end();
  }
}

/** `version` as PostgreSQL counts: 150004 is 15.4. */
export function refuseOld(name: string, version: number): void {
  if (version >= 150_000) return;
  throw new StartError(
    `The database at ${name} is PostgreSQL ${Math.floor(version / 10_000)}; ` +
      'Baton needs PostgreSQL 15 or newer.',
    2,
  );
}

/** Names are ordered by a collation of ICU (ADR 0094), without which the database cannot be set up. */
export function refuseWithoutIcu(name: string, hasIcu: boolean): void {
  if (hasIcu) return;
  throw new StartError(
    `The PostgreSQL at ${name} was built without ICU; Baton needs one with it, as packaged ones are.`,
    2,
  );
}

/** Says which server and why, without the password that the address may hold. */
function unreachable(name: string, url: string, error: unknown): StartError {
  const address = URL.parse(url);
  const where = address ? `${address.host}${address.pathname}` : 'that address';
  // Several addresses of one host give an AggregateError without a message.
  const reason = (error instanceof Error && error.message) || errorCode(error) || 'no answer';
  return new StartError(`The database at ${name} (${where}) cannot be used: ${reason}.`, 1, {
    cause: error,
  });
}
