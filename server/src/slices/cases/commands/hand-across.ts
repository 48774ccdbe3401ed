import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { teamById, topicById } from '../../people/index.ts';
import { warningsAfter } from '../clock-rules.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import type { CaseFact } from '../events.ts';
import { pickPresent } from '../hands.ts';
import { correct } from '../rules/correct.ts';
import { handAcross as decide, type Hands } from '../rules/hand-over.ts';
import { isMissent, senderOf } from '../rules/missent.ts';
import type { CaseState } from '../rules/state.ts';
import { type House, houseOf, type Team } from '../store/house.ts';
import { sendingEvents } from '../store/missent.ts';
import { namedAgent } from './named-agent.ts';
import { markedOf, type Package, refuseUnlessReason, summaryOf } from './package.ts';

export type HandAcross = OnCase &
  Package & {
    agent?: string | undefined;
    team?: string | undefined;
    /** The right topic, where the reason is that it was a wrong one. */
    topic?: string | undefined;
  };

/**
 * The case moves within its level, as a correction: to a named agent, to another team, or to the
 * next agent of the same team. The clock goes on. Of a wrong case it is kept who had sent it.
 */
export async function handAcross(ctx: Ctx, input: HandAcross) {
  const summary = summaryOf(ctx, input);
  await changeCase(ctx, input, 'handAcross', async ({ state, ctx: locked }) => {
    await refuseUnlessReason(ctx, 'across', input);
    const topic = await rightTopic(ctx, state, input);
    const house = await houseOf(ctx.tx);
    const to = await receiver(locked, house, state, input, topic?.teamId ?? null);
    const warnings = await warningsAfter(ctx.tx, house, [{ state, to }], locked.now);
    const why = {
      reason: input.reason,
      summary: summary.id,
      marked: await markedOf(ctx, state.id, input),
      missent: isMissent(input.reason) ? senderOf(await sendingEvents(ctx.tx, state.id)) : null,
    };
    const moved = decide(state, to, why, warnings.get(state.id));
    const decision = both(topic ? correct(state, { topic: topic.id }) : [], moved);
    return { decision, parts: { messages: [summary] } };
  });
}

function both(first: Decision<CaseFact>, second: Decision<CaseFact>): Decision<CaseFact> {
  if (isRefusal(first)) return first;
  return isRefusal(second) ? second : [...first, ...second];
}

async function rightTopic(ctx: Ctx, state: CaseState, { reason, topic: id }: HandAcross) {
  if ((reason === 'wrong_topic') !== (id !== undefined)) {
    throw invalid('topic', 'only_for_wrong_topic');
  }
  if (!id) return null;
  if (id === state.topicId) throw invalid('topic', 'same_topic');
  const topic = await topicById(ctx.tx, id);
  if (!topic?.active) throw unknownReference('topic', 'not_in_use');
  return topic;
}

async function receiver(
  ctx: Ctx,
  house: House,
  state: CaseState,
  input: HandAcross,
  teamOfTopic: string | null,
): Promise<Hands> {
  if (input.team && !(await teamById(ctx.tx, input.team)))
    throw unknownReference('team', 'not_there');
  const fits = (team: Team) => team.level === state.level;
  const rather = teamOfTopic && fits(house.team(teamOfTopic)) ? teamOfTopic : state.teamId;
  if (input.agent) return namedAgent(ctx, house, input.agent, { team: input.team, fits, rather });
  const team = house.team(input.team ?? rather);
  const except = team.id === state.teamId && state.ownerId ? [state.ownerId] : [];
  const hands = await pickPresent(ctx, house, team, except);
  if (hands) return hands;
  throw new Problem('no_one_to_hold_it', {
    detail: `Nobody else in ${team.name} is there to take the case.`,
  });
}
