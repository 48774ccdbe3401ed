import type { Db, Tx } from '../../../platform/context.ts';
import { type Chosen, nothingChosen } from '../rules/choices.ts';

export type Defaults = { chosen: Chosen; keepDays: number; version: number };

/** What the company chose for who has not chosen. */
export async function noticeDefaults(db: Db | Tx): Promise<Defaults> {
  return toDefaults(await defaults(db).executeTakeFirstOrThrow());
}

/** The same, locked for changing it. */
export async function lockNoticeDefaults(tx: Tx): Promise<Defaults> {
  return toDefaults(await defaults(tx).forUpdate().executeTakeFirstOrThrow());
}

function defaults(db: Db | Tx) {
  return db
    .selectFrom('baton.notice_defaults')
    .select(['groups', 'only_at_work', 'gather_ms', 'keep_days', 'version']);
}

function toDefaults(
  row: Awaited<ReturnType<ReturnType<typeof defaults>['executeTakeFirstOrThrow']>>,
): Defaults {
  const { keep_days: keepDays, version } = row;
  return { chosen: toChosen(row), keepDays, version };
}

export async function putNoticeDefaults(
  tx: Tx,
  { chosen, keepDays }: Omit<Defaults, 'version'>,
): Promise<void> {
  await tx
    .updateTable('baton.notice_defaults')
    .set((row) => ({
      ...toColumns(chosen),
      keep_days: keepDays,
      version: row('version', '+', 1),
    }))
    .execute();
}

/** What an agent chose for themselves. */
export async function chosenBy(db: Db | Tx, agentId: string): Promise<Chosen> {
  const row = await chosen(db, agentId).executeTakeFirst();
  return row ? toChosen(row) : nothingChosen;
}

/** The same, locked for changing it; there is a row from now on, so that the next one waits. */
export async function lockChosen(tx: Tx, agentId: string): Promise<Chosen> {
  await tx
    .insertInto('baton.notice_choices')
    .values({ agent_id: agentId })
    .onConflict((on) => on.doNothing())
    .execute();
  return toChosen(await chosen(tx, agentId).forUpdate().executeTakeFirstOrThrow());
}

function chosen(db: Db | Tx, agentId: string) {
  return db
    .selectFrom('baton.notice_choices')
    .select(['groups', 'only_at_work', 'gather_ms'])
    .where('agent_id', '=', agentId);
}

/** Keeps what an agent chose, whose row is locked. */
export async function putChosen(tx: Tx, agentId: string, given: Chosen): Promise<void> {
  await tx
    .updateTable('baton.notice_choices')
    .set(toColumns(given))
    .where('agent_id', '=', agentId)
    .execute();
}

type Columns = { groups: unknown; only_at_work: boolean | null; gather_ms: number | null };

function toChosen({ groups, only_at_work: onlyAtWork, gather_ms: gatherMs }: Columns): Chosen {
  return { groups: groups as Chosen['groups'], onlyAtWork, gatherMs };
}

function toColumns({ groups, onlyAtWork, gatherMs }: Chosen) {
  return { groups: JSON.stringify(groups), only_at_work: onlyAtWork, gather_ms: gatherMs };
}
