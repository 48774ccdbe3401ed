import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';

/**
 * What is held back is looked at anew, now: what was chosen since, or other hours, may let it go, or
 * hold it otherwise.
 * @param agents of whom; null: of everybody
 */
export async function lookAtHeldAgain(
  tx: Tx,
  agents: readonly string[] | null,
  now: Date,
): Promise<void> {
  const theirs = agents === null ? sql`true` : sql`agent_id = any(${agents}::uuid[])`;
  await sql`
    update baton.notices set mail_from = ${now}
    where mail_state = 'queued' and mail_id is null and mail_from > ${now} and ${theirs}`.execute(
    tx,
  );
  await sql`
    update baton.notices set push_from = ${now}
    where push_state = 'queued' and push_id is null and push_from > ${now} and ${theirs}`.execute(
    tx,
  );
}
