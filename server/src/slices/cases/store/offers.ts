import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { CaseState } from '../rules/state.ts';

/** Notes which cases an absence moved, so that they are offered back when it has ended. */
export async function insertOffers(
  tx: Tx,
  away: { id: string; agentId: string },
  moved: CaseState[],
  now: Date,
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    insert into baton.case_offers (absence_id, case_id, agent_id, level, moved_at)
    select ${away.id}, r.id, ${away.agentId}, r.level, ${now}
    from jsonb_to_recordset(${JSON.stringify(moved.map(({ id, level }) => ({ id, level })))}::jsonb)
      as r(id uuid, level integer)
    on conflict (absence_id, case_id)
      do update set level = excluded.level, moved_at = excluded.moved_at,
        settled_at = null, outcome = null`.execute(tx);
}

/**
 * Offers that stand: the absence is over, and the case is still in work, at the same level, in other
 * hands. `o` is the offer, `c` the case.
 */
const standing = sql`
  baton.case_offers o
  join baton.absences b on b.id = o.absence_id and b.state = 'ended'
  join baton.agents before on before.id = o.agent_id
    and before.active and before.absence_id is null
  join baton.cases c on c.id = o.case_id and c.status in ('open', 'waiting')
    and c.level = o.level and c.owner_id <> o.agent_id
  join baton.agents holder on holder.id = c.owner_id`;

export type OfferRow = {
  case_id: string;
  number: number;
  subject: string;
  due_at: Date | null;
  before_id: string;
  before_name: string;
  holder_id: string;
  holder_name: string;
  moved_at: Date;
};

/** What is offered back to an agent, and what an agent holds that is offered back to another. */
export async function offersFor(db: Db, agentId: string): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select distinct on (c.next_at, c.number, o.agent_id) c.id as case_id, c.number, c.subject,
      c.due_at, o.agent_id as before_id, before.name as before_name, c.owner_id as holder_id,
      holder.name as holder_name, o.moved_at
    from ${standing}
    where o.settled_at is null and (o.agent_id = ${agentId} or c.owner_id = ${agentId})
    order by c.next_at, c.number, o.agent_id, o.moved_at desc`.execute(db);
  return rows;
}

/** To whom a case is offered back, the earliest first. */
export async function offersOfCase(tx: Tx, caseId: string): Promise<{ agentId: string }[]> {
  const { rows } = await sql<{ agentId: string }>`
    select o.agent_id as "agentId" from ${standing}
    where o.settled_at is null and o.case_id = ${caseId}
    order by o.moved_at, o.agent_id`.execute(tx);
  return rows;
}

/**
 * Settles the offers of a case to an agent; one taken back also those to whoever had it later.
 */
export async function settleOffers(
  tx: Tx,
  on: { caseId: string; agentId: string },
  outcome: 'taken_back' | 'left',
  now: Date,
): Promise<void> {
  await sql`
    update baton.case_offers o set settled_at = ${now}, outcome = ${outcome}
    where o.case_id = ${on.caseId} and o.settled_at is null and (o.agent_id = ${on.agentId}
      or ${outcome === 'taken_back'} and o.moved_at >= (
        select min(moved_at) from baton.case_offers
        where case_id = ${on.caseId} and agent_id = ${on.agentId} and settled_at is null))
  `.execute(tx);
}
