import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { addWork } from '../../../platform/work.ts';
import { countAttempt } from '../store/attempts.ts';
import { agentOfAddress } from '../store/sign-ins.ts';
import { makeResetLink } from './make-sign-in-link.ts';

/** So many mails with links may strangers have us write to one agent: per `window` in seconds. */
const mailLimit = { window: 3600, max: 3 };

/**
 * Writes to the agent with an address, if there is one who can sign in, with a link for a new
 * password. Run as work of its own: whoever asks learns nothing, neither by the answer nor by time.
 */
export async function mailReset(deps: Deps, address: string): Promise<void> {
  const agentId = await agentOfAddress(deps.db, address);
  if (agentId === null) return;
  const { allowed } = await countAttempt(deps.db, `reset|${agentId}`, mailLimit);
  if (!allowed) return;
  await runCommand(deps, baton, async (ctx) => {
    const linkId = await makeResetLink(ctx, agentId);
    await addWork(ctx.tx, [linkWork(linkId)]);
  });
}

/** The work of mailing a link; asked for twice, it is done once. */
export function linkWork(linkId: string) {
  return { task: 'mail.link', payload: { linkId }, key: `mail.link:${linkId}` };
}
