import { sql } from 'kysely';
import { cancelUnwanted, running, type Running } from '../../../platform/cancel-unwanted.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** What the database answers when a statement took longer than it may, or was cancelled. */
const canceled = '57014';

/** It was read to its end all the same; its transaction was cancelled. */
class NobodyWaits extends Error {}

/**
 * Reads within a time that is its own, so that a search that would go through everything takes the
 * database from nobody else.
 * @param unwanted aborted when nobody waits for it any more: what runs then is ended
 * @returns null when it took too long, or nobody waits
 */
export async function readWithin<T>(
  db: Db,
  limitMs: number,
  read: (tx: Tx) => Promise<T>,
  unwanted?: AbortSignal,
): Promise<T | null> {
  try {
    return await db.transaction().execute(async (tx) => {
      const { rows } = await sql<Running>`
        select set_config('statement_timeout', ${String(limitMs)}, true), ${running}`.execute(tx);
      // While it waited for a connection, they may have gone.
      if (unwanted?.aborted) return null;
      if (!unwanted) return read(tx);
      const end = cancelUnwanted(db, tx, rows[0]!, unwanted);
      const [reading] = await Promise.allSettled([read(tx)]);
      const isCancelled = await end();
      if (reading.status === 'rejected') throw reading.reason;
      if (isCancelled) throw new NobodyWaits();
      return reading.value;
    });
  } catch (error) {
    if (error instanceof NobodyWaits) return null;
    if (error instanceof Error && 'code' in error && error.code === canceled) return null;
    throw error;
  }
}
