import { sql } from 'kysely';
import type { Tx } from './context.ts';

/** Something that follows from a change and is done after it, at least once. */
export type Work = {
  /** The name under which `wiring.ts` registers the handler, for example `mail.receipt`. */
  task: string;
  payload: Record<string, unknown>;
  /** Work of the same key that has not begun is replaced, not doubled. */
  key?: string;
  runAt?: Date;
};

/** Records work in the transaction of the change from which it follows. */
export async function addWork(tx: Tx, work: Work[]): Promise<void> {
  if (work.length === 0) return;
  await tx
    .insertInto('baton.work')
    .values(
      work.map(({ task, payload, key, runAt }) => ({
        task,
        payload: sql`${JSON.stringify(payload)}::jsonb`,
        job_key: key ?? null,
        run_at: runAt ?? null,
      })),
    )
    .execute();
}
