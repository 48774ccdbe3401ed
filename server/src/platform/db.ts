import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Actor } from '../kernel/actor.ts';
import { changedIn } from './changes.ts';
import type { Ctx, Db, Deps, Tx } from './context.ts';
import type { DB } from './database-types.ts';
import { type Limits, PatientDialect, usualLimits, watchOver } from './patience.ts';
import { isOutdatedPlan, prepareStatements } from './prepared.ts';
import { audited } from './settings-audit.ts';

const types = new pg.TypeOverrides();
// bigint: lengths of time in milliseconds, sizes and counts, all far below 2^53.
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a pool on the database. `max` is the number of connections it may hold; `direct` says that
 * no pooler stands between, so that statements can be prepared.
 */
export function openDatabase(
  url: string,
  max: number,
  direct = true,
  limits: Limits = usualLimits,
): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: 'baton',
    connectionTimeoutMillis: limits.connectMs,
    query_timeout: limits.answerMs,
  });
  // An idle connection that the server ends is replaced at the next query; without a listener
  // the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', watchOver);
  if (direct) pool.on('connect', prepareStatements);
  return { db: new Kysely<DB>({ dialect: new PatientDialect({ pool }, limits) }), pool };
}

/** The instant, by the clock of the database. */
export async function instant(db: Db | Tx, deps: Pick<Deps, 'clock'>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return deps.clock.shift(rows[0]!.now);
}

/**
 * Runs a command in a transaction of its own, again when the database asks for it. What it changes
 * of the settings is written down. Once it is committed, the work that it recorded is woken, and
 * whoever watches is told what changed.
 */
export async function runCommand<T>(
  deps: Deps,
  actor: Actor,
  command: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inCommand(deps, actor, (ctx) => audited(ctx, command));
}

/** The same for whoever has `audited` run the part that may change something. */
export async function inCommand<T>(
  deps: Deps,
  actor: Actor,
  command: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const { result, changed } = await inTransaction(deps.db, async (tx) => ({
    result: await command({ tx, actor, now: await instant(tx, deps), deps }),
    changed: changedIn(tx),
  }));
  deps.wake();
  deps.live.tell(changed);
  return result;
}

const attempts = 8;

/** Runs `work` in a transaction; deadlocks and serialisation failures are tried again. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === attempts || !mayRetry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
}

/**
 * Deadlock, serialisation failure, or an owner who was disabled, a team that went to another level,
 * while the case was on the way.
 */
function mayRetry(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return (
    error.code === '40P01' ||
    error.code === '40001' ||
    isOutdatedPlan(error) ||
    (error.code === '23503' && overtaken.has(error.constraint ?? ''))
  );
}

/** What the database says of the pyramid that a case stands in: its owner is active, its team at its level. */
const overtaken = new Set(['cases_owner_id_owner_active_fkey', 'cases_team_level']);

/** Whether the database refused a row because another one has the same key; names the index. */
export function violatedUnique(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code === '23505'
    ? (error.constraint ?? '')
    : null;
}

/** Whether the database refused a row because what it refers to is missing, or still referred to. */
export function violatedReference(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code === '23503'
    ? (error.constraint ?? '')
    : null;
}
