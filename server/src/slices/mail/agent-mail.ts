import type { Deps } from '../../platform/context.ts';
import { mailAgents } from './commands/mail-agents.ts';

const lookEveryMs = 10_000;

/** Tells agents by mail what they have not seen in the desk, for as long as the server runs. */
export function startAgentMail(deps: Deps): { stop: () => Promise<void> } {
  let running = Promise.resolve();
  const look = () => {
    running = running
      .then(() => mailAgents(deps))
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'Agents could not be told by mail; trying again.');
      });
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
