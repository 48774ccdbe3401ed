import type { Mood } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertMood } from '../store/moods.ts';
import { lockForChange } from './note-changes.ts';

/**
 * How a customer seemed to whoever speaks with them, for the next one who does (S3-17).
 * @throws Problem not_found, wrong_status
 */
export async function noteMood(
  ctx: Ctx,
  customerId: string,
  { mood, caseId }: { mood: Mood; caseId: string | null },
): Promise<void> {
  await lockForChange(ctx, customerId);
  const { kind, id: actor } = ctx.actor;
  if ((kind !== 'agent' && kind !== 'key') || actor === null) {
    throw new Error('only people and keys say how a customer seemed');
  }
  await insertMood(ctx.tx, {
    ...{ id: newId(), customer_id: customerId, case_id: caseId, at: ctx.now, mood },
    ...{ actor_kind: kind, actor_id: actor },
  });
}
