import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { authorise, changeCase, lockCase, type OnCase } from '../change-case.ts';
import { warningsAfter } from '../clock-rules.ts';
import { refuseUnlessPresent } from '../hands.ts';
import { handsOf } from '../rules/hands.ts';
import { giveBack } from '../rules/hand-over.ts';
import { houseOf } from '../store/house.ts';
import { offersOfCase, settleOffers } from '../store/offers.ts';

type OnOffer = OnCase & { agent: string | null };

/**
 * A case that an absence moved goes back to whoever held it before, by one act of either side:
 * they take it, or whoever holds it gives it. Recorded as handed across; the clock goes on.
 * @throws Problem `not_found` where it is not offered back; `forbidden`, `agent_absent`,
 *   `stale_version`
 */
export async function takeBack(ctx: Ctx, input: OnOffer): Promise<void> {
  await changeCase(ctx, input, 'see', async ({ state, standing, ctx: locked }) => {
    const offer = await offerOf(locked, state.id, input.agent);
    const gives = standing.holds || standing.leads || standing.role === 'admin';
    if (ctx.actor.id !== offer.agentId && !gives) {
      throw new Problem('forbidden', {
        detail: 'A case goes back by whoever held it before, or by whoever holds it now.',
      });
    }
    await refuseUnlessPresent(locked, 'agent', offer.agentId);
    const on = { caseId: state.id, agentId: offer.agentId };
    await settleOffers(locked.tx, on, 'taken_back', locked.now);
    const house = await houseOf(locked.tx);
    const team = house.team(state.teamId);
    const to = handsOf(house, team, offer.agentId, false, locked.now);
    const warnings = await warningsAfter(locked.tx, house, [{ state, to }], locked.now);
    return { decision: giveBack(state, to, warnings.get(state.id)) };
  });
}

/**
 * The case stays where it is: it is offered back no longer.
 * @throws Problem `not_found` where it is not offered back to whoever acts
 */
export async function leaveOffer(ctx: Ctx, input: OnCase): Promise<void> {
  const { state, standing, ctx: locked } = await lockCase(ctx, input.caseId);
  authorise(standing, 'see');
  const offer = await offerOf(locked, state.id, ctx.actor.id);
  const on = { caseId: state.id, agentId: offer.agentId };
  await settleOffers(locked.tx, on, 'left', locked.now);
}

/** The offer to an agent; the one that was first, where nobody is named. */
async function offerOf(ctx: Ctx, caseId: string, agent: string | null) {
  const offers = await offersOfCase(ctx.tx, caseId);
  const own = agent ?? offers.find(({ agentId }) => agentId === ctx.actor.id)?.agentId;
  const found = own ? offers.find(({ agentId }) => agentId === own) : offers[0];
  if (found) return found;
  throw new Problem('not_found', {
    detail: 'The case is not offered back: it is solved, has moved on, or was settled already.',
  });
}
