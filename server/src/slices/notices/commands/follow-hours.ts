import { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { lookAtHeldAgain } from '../store/held.ts';

const asked = z.strictObject({ agents: z.array(z.uuid()).nullable() });

/** The hours of agents (null: of anybody) are others now: what waits for them is decided about anew. */
export async function followHours(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const { agents } = asked.parse(payload);
  await runCommand(deps, baton, ({ tx, now }) => lookAtHeldAgain(tx, agents, now));
}
