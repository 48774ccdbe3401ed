import { plus } from '../../../kernel/instant.ts';
import { isAlways, plusWorking } from '../../../kernel/working-time.ts';
import type { Ctx } from '../../../platform/context.ts';
import { workingTimeOf } from '../../people/index.ts';
import { checkUpWithinMs, checkUpWorkingMs } from '../rules/tasks.ts';
import { houseOf } from '../store/house.ts';

/** By when a helper has to answer where nobody says it: so many of their own working hours. */
export async function usualDue(ctx: Ctx, agentId: string, now: Date): Promise<Date> {
  const { taskWithinMs } = await houseOf(ctx.tx);
  return plusWorking(await workingTimeOf(ctx.tx, agentId), now, taskWithinMs);
}

/** By when the first taker has looked: two working days of theirs; two days around the clock. */
export async function checkUpDue(ctx: Ctx, agentId: string, now: Date): Promise<Date> {
  const time = await workingTimeOf(ctx.tx, agentId);
  return isAlways(time) ? plus(now, checkUpWithinMs) : plusWorking(time, now, checkUpWorkingMs);
}
