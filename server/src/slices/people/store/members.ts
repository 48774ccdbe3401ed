import type { Db, Tx } from '../../../platform/context.ts';

export type Membership = { teamId: string; agentId: string; capacity: number };

/** The members of a team are these from now on; who stays keeps their place in the queue. */
export async function putMembersOfTeam(
  tx: Tx,
  teamId: string,
  members: readonly Membership[],
): Promise<void> {
  const ids = members.map((member) => member.agentId);
  let gone = tx.deleteFrom('baton.team_members').where('team_id', '=', teamId);
  if (ids.length > 0) gone = gone.where('agent_id', 'not in', ids);
  await gone.execute();
  await put(tx, members);
}

/** The teams of an agent are these from now on. */
export async function putTeamsOfAgent(
  tx: Tx,
  agentId: string,
  memberships: readonly Membership[],
): Promise<void> {
  const ids = memberships.map((membership) => membership.teamId);
  let gone = tx.deleteFrom('baton.team_members').where('agent_id', '=', agentId);
  if (ids.length > 0) gone = gone.where('team_id', 'not in', ids);
  await gone.execute();
  await put(tx, memberships);
}

async function put(tx: Tx, memberships: readonly Membership[]): Promise<void> {
  if (memberships.length === 0) return;
  await tx
    .insertInto('baton.team_members')
    .values(
      memberships.map(({ teamId, agentId, capacity }) => ({
        team_id: teamId,
        agent_id: agentId,
        capacity,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['team_id', 'agent_id'])
        .doUpdateSet((set) => ({ capacity: set.ref('excluded.capacity') })),
    )
    .execute();
}

/** The names of the teams to which an agent belongs. */
export async function teamNamesOf(db: Db | Tx, agentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.team_members as m')
    .innerJoin('baton.teams as t', 't.id', 'm.team_id')
    .select('t.name')
    .where('m.agent_id', '=', agentId)
    .orderBy('t.level')
    .execute();
  return rows.map((row) => row.name);
}
