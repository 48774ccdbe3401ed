import type { Ctx } from '../../../platform/context.ts';
import { warningsAfter } from '../clock-rules.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { handDown as decide } from '../rules/hand-over.ts';
import { houseOf } from '../store/house.ts';
import { namedAgent } from './named-agent.ts';
import { markedOf, type Package, refuseUnlessReason, summaryOf } from './package.ts';

export type HandDown = OnCase & Package & { agent: string; team?: string | undefined };

/**
 * The level above names an agent of a lower level, who holds the case from now on; the running due
 * instant stays.
 */
export async function handDown(ctx: Ctx, input: HandDown) {
  const summary = summaryOf(ctx, input);
  await changeCase(ctx, input, 'handDown', async ({ state, ctx: locked }) => {
    await refuseUnlessReason(ctx, 'down', input);
    const house = await houseOf(ctx.tx);
    const fits = (team: { level: number }) => team.level < state.level;
    const hands = await namedAgent(locked, house, input.agent, { team: input.team, fits });
    const marked = await markedOf(ctx, state.id, input);
    const why = { reason: input.reason, summary: summary.id, marked };
    const move = { state, to: hands };
    const warnings = await warningsAfter(ctx.tx, house, [move], locked.now);
    return {
      decision: decide(state, hands, why, warnings.get(state.id)),
      parts: { messages: [summary] },
    };
  });
}
