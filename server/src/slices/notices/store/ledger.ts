import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Of which notices: of an agent, of a case, of a time (`to` is not in it). */
export type LedgerFilter = {
  agentId?: string | undefined;
  caseId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export type LedgerRow = {
  id: string;
  agentId: string;
  agentName: string;
  kind: string;
  data: unknown;
  caseId: string | null;
  seq: number | null;
  at: Date;
  seenAt: Date | null;
  /** Not told by any way: it was their own act. */
  isOwnAct: boolean;
  deskState: string;
  deskReason: string | null;
  mailState: string;
  mailReason: string | null;
  mailAt: Date | null;
  mailFrom: Date | null;
  mailHold: string | null;
  mailId: string | null;
  mailOthers: number;
  pushState: string;
  pushReason: string | null;
  pushAt: Date | null;
  pushFrom: Date | null;
  pushHold: string | null;
  pushId: string | null;
  pushOthers: number;
};

/** Where a page begins: after the last line of the page before. */
export type After = readonly [at: string, id: string] | undefined;

/** Who was told what, and who was not because it was their own act; the newest first, one beyond `limit`. */
export async function noticeLedger(
  db: Db,
  filter: LedgerFilter,
  after: After,
  limit: number,
): Promise<LedgerRow[]> {
  const wanted = conditions(filter, after);
  const { rows } = await sql<LedgerRow>`
    with lines as (
      (select id, agent_id, kind, data, case_id, seq, at, seen_at, false as own_act, desk_state,
        desk_reason, mail_state, mail_reason, mail_at, mail_from, mail_hold, mail_id, push_state,
        push_reason, push_at, push_from, push_hold, push_id
      from baton.notices n where ${wanted} order by at desc, id desc limit ${limit + 1})
      union all
      (select id, agent_id, kind, '{}'::jsonb, case_id, seq, at, null, true, 'suppressed',
        null, 'suppressed', null, null, null, null, null, 'suppressed',
        null, null, null, null, null
      from baton.notices_unsaid n where ${wanted} order by at desc, id desc limit ${limit + 1}))
    select l.id, l.agent_id as "agentId", a.name as "agentName", l.kind, l.data, l.case_id as "caseId", l.seq,
      l.at, l.seen_at as "seenAt", l.own_act as "isOwnAct", l.desk_state as "deskState",
      l.desk_reason as "deskReason", l.mail_state as "mailState", l.mail_reason as "mailReason",
      l.mail_at as "mailAt", l.mail_from as "mailFrom", l.mail_hold as "mailHold",
      l.mail_id as "mailId", l.push_state as "pushState", l.push_reason as "pushReason",
      l.push_at as "pushAt", l.push_from as "pushFrom", l.push_hold as "pushHold",
      l.push_id as "pushId",
      (select count(*)::int from baton.notices o where o.mail_id = l.mail_id and o.id <> l.id)
        as "mailOthers",
      (select count(*)::int from baton.notices o where o.push_id = l.push_id and o.id <> l.id)
        as "pushOthers"
    from lines l join baton.agents a on a.id = l.agent_id
    order by l.at desc, l.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

function conditions({ agentId, caseId, from, to }: LedgerFilter, after: After) {
  return sql.join(
    [
      sql`true`,
      ...(agentId ? [sql`n.agent_id = ${agentId}`] : []),
      ...(caseId ? [sql`n.case_id = ${caseId}`] : []),
      ...(from ? [sql`n.at >= ${from}::timestamptz`] : []),
      ...(to ? [sql`n.at < ${to}::timestamptz`] : []),
      ...(after ? [sql`(n.at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ],
    sql` and `,
  );
}

/**
 * Forgets what was told before then, as far as nothing of it is under way; so many at most.
 * @returns how many it were
 */
export async function forgetNotices(db: Db, before: Date, limit: number): Promise<number> {
  const told = await sql`
    delete from baton.notices where id in (
      select id from baton.notices
      where at < ${before} and mail_state <> 'queued' and push_state <> 'queued'
        and desk_state <> 'queued'
      order by at limit ${limit})`.execute(db);
  const unsaid = await sql`
    delete from baton.notices_unsaid where id in (
      select id from baton.notices_unsaid where at < ${before} order by at limit ${limit})`.execute(
    db,
  );
  return Number(told.numAffectedRows ?? 0) + Number(unsaid.numAffectedRows ?? 0);
}
