import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { notify } from '../../notices/index.ts';
import { agentById } from '../../people/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';

/**
 * A rule tells an agent something about a case, in words that its writer chose.
 * @throws Problem `unknown_reference` for an agent who is not active
 */
export async function tellAgent(ctx: Ctx, input: OnCase & { agent: string; text: string }) {
  await changeCase(ctx, input, 'note', async ({ ctx: { now } }) => {
    if (!(await agentById(ctx.tx, input.agent))?.active) {
      throw unknownReference('agent', 'not_active');
    }
    const { agent: agentId, text, caseId } = input;
    await notify(ctx.tx, [{ agentId, kind: 'rule_told', caseId, data: { text } }], now);
    return { decision: [{ kind: 'agent_told', agent: agentId }] };
  });
}
