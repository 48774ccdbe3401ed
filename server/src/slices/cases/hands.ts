import type { Ctx } from '../../platform/context.ts';
import { Problem } from '../../platform/problem.ts';
import { agentById } from '../people/index.ts';
import type { Hands } from './rules/hand-over.ts';
import { inOrder, isFull } from './rules/pick.ts';
import { takeBy } from './rules/take.ts';
import type { CaseState } from './rules/state.ts';
import type { House, Team } from './store/house.ts';
import { candidatesOf, lockFirstFree } from './store/pick.ts';

/**
 * The agent of a team who receives a case now; lead, cover and head of the company only if nobody
 * of the team is present.
 * @throws Problem `no_one_to_hold_it` when there is not even those
 */
export async function pickHands(
  ctx: Ctx,
  house: House,
  team: Team,
  except: string[] = [],
): Promise<Hands> {
  const order = inOrder(await candidatesOf(ctx.tx, team.id, except));
  if (order.length === 0) {
    return handsOf(team, await standIn(ctx, house, team, except), false, ctx.now);
  }
  const full = isFull(order[0]!);
  // Somebody who is full is no choice while another is not, even if that one's row is locked.
  const ids = order.filter((one) => full || !isFull(one)).map(({ agentId }) => agentId);
  // With one agent there is nothing to choose, so nobody needs to wait for another's choice.
  const agent = ids.length === 1 ? ids[0]! : await lockFirstFree(ctx.tx, team.id, ids, ctx.now);
  return handsOf(team, agent, full, ctx.now);
}

/** An agent who receives a case for a team at `now`. */
export function handsOf(team: Team, agent: string, full: boolean, now: Date): Hands {
  return { agent, team: team.id, level: team.level, full, takeBy: takeBy(now) };
}

/** Who takes a case when nobody of the team is there: its lead, its cover, the head. */
export async function standIn(
  { tx }: Ctx,
  house: House,
  team: Team,
  except: string[],
): Promise<string> {
  for (const id of [team.leadId, team.coverId, house.headId]) {
    if (id && !except.includes(id) && (await canHold(tx, id))) return id;
  }
  throw new Problem('no_one_to_hold_it', {
    detail: `Nobody in ${team.name} is there, and neither its lead, its cover nor the head of the company can take the case.`,
  });
}

/** Readers hold no cases, and nobody does who is no longer active. */
async function canHold(tx: Ctx['tx'], agentId: string): Promise<boolean> {
  const agent = await agentById(tx, agentId);
  return agent !== null && agent.active && agent.role !== 'reader';
}

/** The same hands as before if they can still hold it, an heir of the same team otherwise. */
export async function sameHands(ctx: Ctx, house: House, state: CaseState): Promise<string> {
  if (state.ownerId && (await canHold(ctx.tx, state.ownerId))) return state.ownerId;
  return (await pickHands(ctx, house, house.team(state.teamId))).agent;
}
