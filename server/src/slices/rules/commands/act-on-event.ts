import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { happeningOf, listensTo } from '../rules/happening.ts';
import { eventAt } from '../store/events.ts';
import { fire } from './fire.ts';
import { actorOf, readyRules } from './ready-rules.ts';

/**
 * Lets every rule that listens to an event act, one after the other in their order, each on the
 * case as those before have left it. What happened before a rule was in force it leaves alone.
 */
export async function actOnEvent(
  deps: Deps,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<void> {
  const event = await eventAt(deps.db, caseId, seq);
  if (!event) return;
  const byRule = event.actor.kind === 'baton' && event.actor.rule !== undefined;
  const happening = happeningOf(event.fact, byRule);
  if (!happening) return;
  for (const rule of await readyRules(deps.db)) {
    if (!listensTo(rule.when, happening) || event.at < rule.sinceAt) continue;
    const trigger = { caseId, cause: `event ${seq}`, happening };
    await runCommand(deps, actorOf(rule), (ctx) => fire(ctx, rule, trigger));
  }
}
