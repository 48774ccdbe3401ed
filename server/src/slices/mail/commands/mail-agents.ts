import { minuteMs } from '../../../kernel/duration.ts';
import type { Deps } from '../../../platform/context.ts';
import { baton } from '../../../kernel/actor.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { agentsToMail } from '../../notices/index.ts';
import { mailAgent } from './mail-agent.ts';
import { isPassing } from './trouble.ts';

/** What comes within this time is told in one mail, and not at all if it is seen meanwhile. */
const gatherMs = minuteMs;
/** So many agents are looked after at once; the rest at the next look. */
const batch = 200;

/**
 * Decides for every agent about the mails that are due now; safe on any number of servers. One agent
 * who cannot be told keeps nobody else from being told.
 * @throws what the database says while it is away
 */
export async function mailAgents(deps: Deps): Promise<void> {
  const now = await instant(deps.db, deps);
  for (const agentId of await agentsToMail(deps.db, { now, gatherMs }, batch)) {
    try {
      await runCommand(deps, baton, (ctx) => mailAgent(ctx, agentId));
    } catch (error) {
      if (isPassing(error)) throw error;
      deps.log.error({ err: error, agent: agentId }, 'An agent cannot be told by mail.');
    }
  }
}
