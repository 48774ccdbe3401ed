import type { Ctx } from '../../../platform/context.ts';
import { setReviewed } from '../store/record.ts';
import { lockForChange, noteChanges } from './note-changes.ts';

/**
 * The contact data of a customer were confirmed.
 * @param on the day on which they are to be confirmed again (`2026-03-04`)
 * @throws Problem not_found, wrong_status
 */
export async function confirmContact(ctx: Ctx, id: string, on: string): Promise<void> {
  const { reviewOn } = await lockForChange(ctx, id);
  await setReviewed(ctx.tx, id, ctx.now, on);
  await noteChanges(ctx, id, [{ field: 'review', from: reviewOn, to: on }]);
}
