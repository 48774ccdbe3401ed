import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { lackingOf } from '../rules/lacking.ts';
import { factorsOf } from '../store/factors.ts';

/** @throws Problem last_second_factor when an agent is left without a factor that is required */
export async function refuseToLackFactors(ctx: Ctx, agentId: string): Promise<void> {
  if (lackingOf(await factorsOf(ctx.tx, agentId)) !== 'enrolment') return;
  throw new Problem('last_second_factor', {
    detail: 'It is your only second factor, and one is required. Set up another one first.',
  });
}
