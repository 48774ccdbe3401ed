import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { lockCall } from '../store/calls.ts';
import { updateIntake } from '../store/intakes.ts';
import { findIntake } from './find-intake.ts';
import { endCall } from './mark-call.ts';

/**
 * Nobody was there, it was begun by mistake, or it is about a case that there is: nothing was said
 * that would be a new one.
 * @throws Problem `wrong_status` once it is one
 */
export async function dropIntake(ctx: Ctx, id: string): Promise<void> {
  const row = await findIntake(ctx, id);
  if (row.caseId) {
    throw new Problem('wrong_status', {
      detail: 'This is a case by now. End the intake; a case that is none is set aside.',
    });
  }
  const call = row.callId ? await lockCall(ctx.tx, row.callId) : null;
  // One that is about a case by now goes on there.
  if (call && !call.caseId) await endCall(ctx, call.id);
  await updateIntake(ctx.tx, { ...row, endedAt: ctx.now }, ctx.now);
}
