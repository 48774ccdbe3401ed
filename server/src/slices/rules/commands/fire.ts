import type { Ctx } from '../../../platform/context.ts';
import { lockCase } from '../../cases/index.ts';
import { decide } from '../rules/decide.ts';
import type { Happening } from '../rules/view.ts';
import { hasFired, insertFiring } from '../store/firings.ts';
import { viewNow, worldOf } from '../world.ts';
import { perform } from './perform.ts';
import type { ReadyRule } from './ready-rules.ts';

/** What sets a rule off, on which case; `cause` names it, once for each. */
export type Trigger = { caseId: string; cause: string; happening: Happening };

/**
 * Lets a rule act on a case, if the case is as it is to be now: once for each cause, however often
 * this is called. The actor is Baton by that rule, so that every event says which rule it was.
 */
export async function fire(asked: Ctx, rule: ReadyRule, trigger: Trigger): Promise<void> {
  const { state, ctx } = await lockCase(asked, trigger.caseId);
  const once = { caseId: state.id, ruleId: rule.id, cause: trigger.cause };
  if (await hasFired(ctx.tx, once)) return;
  const world = await worldOf(ctx.tx);
  const decision = decide(rule, await viewNow(ctx.tx, world, state), trigger.happening, ctx.now);
  if ('whyNot' in decision) return;
  const before = { state, leadId: world.house.team(state.teamId).leadId };
  const acts: { do: string; outcome: string }[] = [];
  for (const act of decision.acts) {
    acts.push({ do: act.do, outcome: await perform(ctx, before, act) });
  }
  await insertFiring(ctx.tx, { ...once, version: rule.version, at: ctx.now, acts });
}
