import { baton } from '../../../kernel/actor.ts';
import { secondMs } from '../../../kernel/duration.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { agentsToTell } from '../../notices/index.ts';
import { tellAgent } from './tell-agent.ts';

/** What comes within this time is told in one push, and not at all if it is seen meanwhile. */
export const gatherMs = 10 * secondMs;
/** So many agents are looked after at once; the rest at the next look. */
const batch = 200;

/**
 * Decides for every agent what counts in their desk and what is pushed; safe on any number of
 * servers. One agent who cannot be told keeps nobody else from being told.
 */
export async function tellAgents(deps: Deps): Promise<void> {
  const now = await instant(deps.db, deps);
  for (const agentId of await agentsToTell(deps.db, { now, gatherMs }, batch)) {
    try {
      await runCommand(deps, baton, (ctx) => tellAgent(ctx, agentId));
    } catch (error) {
      deps.log.error({ err: error, agent: agentId }, 'An agent cannot be told now; trying again.');
    }
  }
}
