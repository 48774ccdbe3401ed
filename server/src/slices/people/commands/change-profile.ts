import type { Language } from '@baton/contract';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { type AgentRow, lockAgent, updateAgent } from '../store/agents.ts';
import { addressIsTaken } from './create-agent.ts';

type Profile = {
  name?: string | undefined;
  email?: string | undefined;
  language?: Language | undefined;
  zone?: string | undefined;
};

/**
 * What an agent says about themselves when they take their place; nothing of it touches cases.
 * @throws Problem not_found, already_exists
 */
export async function changeProfile(ctx: Ctx, id: string, profile: Profile): Promise<void> {
  const before = await lockAgent(ctx.tx, id);
  if (!before) throw notFound('agent');
  const after = withChanges<AgentRow>(before, profile);
  await unique('email', addressIsTaken(after.email), updateAgent(ctx.tx, after, ctx.now));
}
