import { sql } from 'kysely';
import type { Db, Tx } from './context.ts';

/** A transaction: which process of the database serves it, and when it began there, as text. */
export type Running = { pid: number; began: string };

/** Of the transaction in which it stands. */
export const running = sql`pg_backend_pid() as pid, now()::text as began`;

/**
 * Cancels what runs in a transaction once nobody wants it any more (ADR 0096). PostgreSQL cancels
 * whatever a process serves just then, so the transaction stays open until the cancel has come back:
 * until then nobody else's can be there, and the database drops a cancel that finds nothing running.
 * Besides, it is given to the transaction that began at that instant alone.
 * @returns to be called, and waited for, before the transaction ends: afterwards nothing is cancelled.
 *   It says whether a cancel was sent; the transaction can only be rolled back then
 */
export function cancelUnwanted(
  db: Db,
  tx: Tx,
  { pid, began }: Running,
  unwanted: AbortSignal,
): () => Promise<boolean> {
  const state: { isOver: boolean; sent?: Promise<unknown> } = { isOver: false };
  const cancel = () => {
    const sending = db.connection().execute(async (other) => {
      // It went on while this waited for a connection; from here on it waits for this.
      if (state.isOver) return;
      state.sent = sql`
        select pg_cancel_backend(pid) from pg_stat_activity
        where pid = ${pid} and xact_start = ${began}::timestamptz`.execute(other);
      await state.sent;
    });
    // Where it cannot be asked for, what runs ends by its own limit.
    sending.catch(() => undefined);
  };
  unwanted.addEventListener('abort', cancel, { once: true });
  return async () => {
    state.isOver = true;
    unwanted.removeEventListener('abort', cancel);
    if (!state.sent) return false;
    await state.sent.catch(() => undefined);
    // What comes a moment late comes to this, and not to the end of the transaction.
    await sql`select 1`.execute(tx).catch(() => undefined);
    return true;
  };
}
