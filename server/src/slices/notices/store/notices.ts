import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type NewNotice = {
  id: string;
  agentId: string;
  kind: string;
  caseId: string | null;
  data: Record<string, unknown>;
  at: Date;
};

/** Writes notices; one that stands there already stays as it is. */
export async function insertNotices(tx: Tx, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .insertInto('baton.notices')
    .values(
      notices.map(({ id, agentId, kind, caseId, data, at }) => ({
        id,
        agent_id: agentId,
        kind,
        case_id: caseId,
        data: JSON.stringify(data),
        at,
      })),
    )
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Where a page begins: after the last notice of the page before. */
export type After = readonly [at: string, id: string] | undefined;

/**
 * What an agent was told, the newest first, one beyond `limit`; with `quiet` only what they have not
 * seen of other kinds than these.
 */
export async function noticesOfAgent(
  db: Db | Tx,
  agentId: string,
  { quiet, after, limit }: { quiet: readonly string[] | null; after: After; limit: number },
) {
  let query = db
    .selectFrom('baton.notices')
    .selectAll()
    .where('agent_id', '=', agentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (quiet) {
    query = query.where('seen_at', 'is', null).where(sql<boolean>`kind <> all(${quiet})`);
  }
  if (after) {
    query = query.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return query.execute();
}
export type NoticeRow = Awaited<ReturnType<typeof noticesOfAgent>>[number];

/** Counting stops here: more than so many unseen notices are simply many. */
const countedAtMost = 1000;

/** How many notices of other kinds than these an agent has not seen, a thousand at most. */
export async function countUnseen(
  db: Db | Tx,
  agentId: string,
  quiet: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from baton.notices
      where agent_id = ${agentId} and seen_at is null and kind <> all(${quiet})
      limit ${countedAtMost}) unseen`.execute(db);
  return rows[0]!.count;
}

/** An agent has seen these notices, those about a case, or all; seen once stays seen. */
export async function setSeen(
  tx: Tx,
  agentId: string,
  which: { ids?: string[] | undefined; case?: string | undefined },
  now: Date,
): Promise<void> {
  let query = tx
    .updateTable('baton.notices')
    .set({ seen_at: now })
    .where('agent_id', '=', agentId)
    .where('seen_at', 'is', null);
  if (which.ids) query = query.where('id', 'in', which.ids);
  if (which.case) query = query.where('case_id', '=', which.case);
  await query.execute();
}
