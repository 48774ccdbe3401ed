import type { Ctx } from '../../platform/context.ts';
import { Problem } from '../../platform/problem.ts';
import { agentById } from '../people/index.ts';
import type { Hands } from './rules/hand-over.ts';
import { inOrder, isFull } from './rules/pick.ts';
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
  const hands = { team: team.id, level: team.level };
  if (order.length === 0) {
    return { ...hands, agent: await standIn(ctx, house, team, except), full: false };
  }
  const ids = order.map(({ agentId }) => agentId);
  // With one agent there is nothing to choose, so nobody needs to wait for another's choice.
  const agent = ids.length === 1 ? ids[0]! : await lockFirstFree(ctx.tx, team.id, ids, ctx.now);
  return { ...hands, agent, full: isFull(order[0]!) };
}

/** Who takes a case when nobody of the team is there: its lead, its cover, the head. */
export async function standIn(
  { tx }: Ctx,
  house: House,
  team: Team,
  except: string[],
): Promise<string> {
  for (const id of [team.leadId, team.coverId, house.headId]) {
    if (id && !except.includes(id) && (await agentById(tx, id))?.active) return id;
  }
  throw new Problem('no_one_to_hold_it', {
    detail: `Nobody in ${team.name} is there, and neither its lead, its cover nor the head of the company can take the case.`,
  });
}

/** The same hands as before if they are active, an heir of the same team otherwise. */
export async function sameHands(ctx: Ctx, house: House, state: CaseState): Promise<string> {
  if (state.ownerId && (await agentById(ctx.tx, state.ownerId))?.active) return state.ownerId;
  return (await pickHands(ctx, house, house.team(state.teamId))).agent;
}
