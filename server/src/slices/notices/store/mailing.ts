import { sql } from 'kysely';
import { plus } from '../../../kernel/instant.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/**
 * Agents of whom something waits for a decision about its mail, oldest first: it was held back until
 * now, or stands there for `gatherMs`.
 */
export async function agentsToMail(
  db: Db | Tx,
  { now, gatherMs }: { now: Date; gatherMs: number },
  limit: number,
): Promise<string[]> {
  const before = plus(now, -gatherMs);
  const { rows } = await sql<{ agentId: string }>`
    select agent_id as "agentId" from baton.notices
    where mail_state = 'queued' and mail_id is null
      and case when mail_from is null then at <= ${before} else mail_from <= ${now} end
    group by agent_id order by min(at) limit ${limit}`.execute(db);
  return rows.map(({ agentId }) => agentId);
}

/** More than so many notices are not told in one mail; the rest comes in the next. */
const inOneMail = 200;

/**
 * Locks what an agent was told and no mail was decided for, oldest first, but for what waits until
 * they are at work; what another server holds is left to it. What is only gathered comes along.
 */
export async function lockQueued(tx: Tx, agentId: string, now: Date) {
  return tx
    .selectFrom('baton.notices')
    .select([
      'id',
      'kind',
      'case_id as caseId',
      'data',
      'at',
      'seen_at as seenAt',
      'mail_from as mailFrom',
    ])
    .where('agent_id', '=', agentId)
    .where('mail_state', '=', 'queued')
    .where('mail_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('mail_from', 'is', null),
        eb('mail_from', '<=', now),
        eb('mail_hold', '=', 'gathering'),
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(inOneMail)
    .forUpdate()
    .skipLocked()
    .execute();
}
export type QueuedNotice = Awaited<ReturnType<typeof lockQueued>>[number];

/** These notices wait until then, and why. */
export async function holdBack(
  tx: Tx,
  ids: string[],
  hold: { until: Date; why: 'outside_hours' | 'gathering' },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('baton.notices')
    .set({ mail_from: hold.until, mail_hold: hold.why })
    .where('id', 'in', ids)
    .execute();
}

/** These notices are told in this mail; their fate is the mail's. */
export async function markMailed(tx: Tx, ids: string[], mailId: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('baton.notices').set({ mail_id: mailId }).where('id', 'in', ids).execute();
}

/** No mail tells these notices, and why. */
export async function suppress(tx: Tx, ids: string[], reason: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('baton.notices')
    .set({ mail_state: 'suppressed', mail_reason: reason, mail_at: now })
    .where('id', 'in', ids)
    .execute();
}

/** What became of the mail in which notices were told. */
export async function settleMailed(
  tx: Tx,
  mailId: string,
  fate: { state: 'sent' | 'refused'; reason: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('baton.notices')
    .set({ mail_state: fate.state, mail_reason: fate.reason, mail_at: fate.at })
    .where('mail_id', '=', mailId)
    .execute();
}
