import type { newAgent } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique } from '../../../platform/refusals.ts';
import { insertAgent } from '../store/agents.ts';
import { lockPyramid } from '../store/company.ts';
import { putIntoTeams } from './agent-teams.ts';

/**
 * Adds a person who can hold cases (a reader only sees). They cannot sign in until they take the
 * agent over by a one-time link.
 * @returns the new agent's id
 * @throws Problem already_exists, unknown_reference, invalid_request
 */
export async function createAgent(ctx: Ctx, input: z.output<typeof newAgent>): Promise<string> {
  await lockPyramid(ctx.tx);
  const { teams, ...fields } = input;
  const agent = { id: newId(), ...fields };
  await unique('email', addressIsTaken(input.email), insertAgent(ctx.tx, agent, ctx.now));
  await putIntoTeams(ctx, agent, teams);
  return agent.id;
}

export function addressIsTaken(email: string): string {
  return `Another agent has the address ${email}.`;
}
