import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** What the database answers when a statement took longer than it may. */
const canceled = '57014';

/**
 * Reads within a time that is its own, so that a search that would go through everything takes the
 * database from nobody else.
 * @returns null when it took too long
 */
export async function readWithin<T>(
  db: Db,
  limitMs: number,
  read: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(limitMs)}, true)`.execute(tx);
      return read(tx);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === canceled) return null;
    throw error;
  }
}
