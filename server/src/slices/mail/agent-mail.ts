import type { Deps } from '../../platform/context.ts';
import { repeat } from '../../platform/repeat.ts';
import { mailAgents } from './commands/mail-agents.ts';

const lookEveryMs = 10_000;

/** Tells agents by mail what they have not seen in the desk, for as long as the server runs. */
export function startAgentMail(deps: Deps): { stop: () => Promise<void> } {
  const failure = 'Agents could not be told by mail; trying again.';
  return repeat(deps, lookEveryMs, () => mailAgents(deps), failure);
}
