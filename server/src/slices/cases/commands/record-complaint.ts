import type { Ctx } from '../../../platform/context.ts';
import { changeOf } from '../change.ts';
import { lockCase } from '../change-case.ts';
import { writeChanges } from '../store/write.ts';

/** Whoever got a message of ours complains of it: whoever holds the case is to know. */
export async function recordComplaint(
  ctx: Ctx,
  { caseId, messageId }: { caseId: string; messageId: string },
): Promise<void> {
  const locked = await lockCase(ctx, caseId);
  const facts = [{ kind: 'complained', message: messageId } as const];
  await writeChanges(ctx.tx, [changeOf(locked.state, caseId, facts, locked.ctx)]);
}
