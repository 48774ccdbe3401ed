import type { Ctx } from '../../platform/context.ts';
import { fieldRefusal } from '../../platform/field-refusal.ts';
import { Problem } from '../../platform/problem.ts';
import { unknownReference } from '../../platform/refusals.ts';
import { agentById } from '../people/index.ts';
import type { Hands } from './rules/hand-over.ts';
import { handsOf, lastResorts, standIns } from './rules/hands.ts';
import { type Candidate, firstChoices, inOrder, isFull } from './rules/pick.ts';
import type { CaseState } from './rules/state.ts';
import type { House, Team } from './store/house.ts';
import { awaitPick, candidatesOf, lockFirstFree, lockPresent } from './store/pick.ts';

/**
 * The agent of a team who receives a case now; lead, cover and head of the company only if nobody
 * of the team is present. Where all of these are absent, too, the head holds it all the same.
 * @throws Problem `no_one_to_hold_it` when there is not even a head to hold it
 */
export async function pickHands(
  ctx: Ctx,
  house: House,
  team: Team,
  except: string[] = [],
): Promise<Hands> {
  const present = await pickPresent(ctx, house, team, except);
  return (
    present ?? handsOf(house, team, await lastResort(ctx, house, team, except), false, ctx.now)
  );
}

/** The same; null when nobody is present who could receive it. */
export async function pickPresent(
  ctx: Ctx,
  house: House,
  team: Team,
  except: string[] = [],
): Promise<Hands | null> {
  for (;;) {
    const order = inOrder(await candidatesOf(ctx.tx, team.id, except, ctx.now));
    if (order.length === 0) {
      const agent = await presentStandIn(ctx, house, team, except);
      return agent === null ? null : handsOf(house, team, agent, false, ctx.now);
    }
    const agent = await lockOne(ctx, team, order);
    if (agent) return handsOf(house, team, agent, isFull(order[0]!), ctx.now);
  }
}

/** Locks the first agent whom nobody else is giving a case; null when the order has changed. */
async function lockOne(ctx: Ctx, team: Team, order: Candidate[]): Promise<string | null> {
  const ids = firstChoices(order);
  // With one agent there is nothing to choose, so nobody needs to wait for another's choice.
  if (order.length === 1) return (await lockPresent(ctx.tx, ids[0]!)) ? ids[0]! : null;
  const free = await lockFirstFree(ctx.tx, team.id, ids, ctx.now);
  if (free) return free;
  const [first] = ids as [string];
  await awaitPick(ctx.tx, team.id, first);
  // What was counted before the wait is old: count again, with one row in hand that is free.
  const again = inOrder(await candidatesOf(ctx.tx, team.id, [], ctx.now));
  const still = again.map(({ agentId }) => agentId).filter((id) => ids.includes(id));
  const chosen = await lockFirstFree(ctx.tx, team.id, still, ctx.now);
  if (chosen) return chosen;
  // Somebody holds the agent's own row, to change it or to begin an absence: wait and see.
  return (await lockPresent(ctx.tx, first)) ? first : null;
}

/** Who takes a case when nobody of the team is there: its lead, its cover, the head. */
export async function presentStandIn(
  { tx }: Ctx,
  house: House,
  team: Team,
  except: string[],
): Promise<string | null> {
  for (const id of standIns(house, team, except)) {
    if (await lockPresent(tx, id)) return id;
  }
  return null;
}

/**
 * Who holds a case when everybody is absent: it is never in nobody's hands (invariant 1).
 * @throws Problem `no_one_to_hold_it`
 */
export async function lastResort(
  { tx }: Ctx,
  house: House,
  team: Team,
  except: string[],
): Promise<string> {
  for (const id of lastResorts(house, team, except)) {
    if (await canHold(tx, id)) return id;
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

/** The same hands as before if they are present, an heir of the same team otherwise. */
export async function sameHands(ctx: Ctx, house: House, state: CaseState): Promise<string> {
  if (state.ownerId && (await lockPresent(ctx.tx, state.ownerId))) return state.ownerId;
  return (await pickHands(ctx, house, house.team(state.teamId))).agent;
}

/**
 * Refuses a named agent to whom no case can be given now.
 * @throws Problem `agent_absent`; `unknown_reference` for one who is not active or holds no cases
 */
export async function refuseUnlessPresent(ctx: Ctx, path: string, agentId: string): Promise<void> {
  if (await lockPresent(ctx.tx, agentId)) return;
  if (!(await canHold(ctx.tx, agentId))) {
    throw unknownReference(path, 'not_active');
  }
  throw new Problem('agent_absent', {
    detail: 'The agent is absent; give the case to somebody who is there.',
    errors: [fieldRefusal(path, 'absent')],
  });
}
