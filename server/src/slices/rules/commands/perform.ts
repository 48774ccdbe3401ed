import type { RuleAct } from '@baton/contract';
import { parseDuration } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import {
  askForHelp,
  askTask,
  type CaseState,
  correctCase,
  follow,
  handAcross,
  passUp,
  tellAgent,
  writeNote,
} from '../../cases/index.ts';

/** A case that is locked, as it stood before the acts, and whoever leads its team. */
export type Before = { state: CaseState; leadId: string };

/**
 * Does one act of a rule, by the same commands as people: what these refuse, a rule cannot do
 * either. Nothing is written by a command that refuses, so the other acts stand.
 * @returns `done`, or the code with which it was refused
 */
export async function perform(ctx: Ctx, before: Before, act: RuleAct): Promise<string> {
  try {
    await run(ctx, before, act);
    return 'done';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function run(ctx: Ctx, { state, leadId }: Before, act: RuleAct): Promise<unknown> {
  const on = { caseId: state.id };
  const agentOf = (who: string) => (who === 'lead' ? leadId : who);
  switch (act.do) {
    case 'set_topic':
      return correctCase(ctx, { ...on, topic: act.topic });
    case 'set_urgency':
      return correctCase(ctx, { ...on, urgency: act.urgency });
    case 'set_high_stakes':
      return correctCase(ctx, { ...on, highStakes: act.is });
    case 'add_follower':
      return follow(ctx, { ...on, agent: agentOf(act.who) });
    case 'tell':
      return tell(ctx, state, act.who === 'owner' ? state.ownerId : agentOf(act.who), act.text);
    case 'ask_task': {
      const due = act.within === undefined ? undefined : plus(ctx.now, parseDuration(act.within));
      return askTask(ctx, { ...on, agent: agentOf(act.who), what: act.what, due });
    }
    case 'ask_help':
      return askForHelp(ctx, { ...on, what: act.what });
    case 'note':
      return writeNote(ctx, { ...on, text: act.text, files: [] });
    case 'hand_across':
      return handAcross(ctx, { ...on, team: act.team, ...packageOf(act) });
    case 'pass_up':
      return passUp(ctx, { ...on, ...packageOf(act) });
  }
}

/** A case that is in nobody's hands has nobody to be told. */
async function tell(ctx: Ctx, { id: caseId }: CaseState, agent: string | null, text: string) {
  if (agent === null) throw new Problem('wrong_status');
  await tellAgent(ctx, { caseId, agent, text });
}

function packageOf({ reason, summary }: Extract<RuleAct, { reason: string }>) {
  return { reason, summary };
}
