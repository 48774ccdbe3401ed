import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { deleteBlockedSender, insertBlockedSender } from '../store/blocked-senders.ts';

/**
 * From now on mail of this sender is set aside.
 * @param sender an address, or a domain with its leading at sign, in lower case
 * @throws Problem already_exists
 */
export async function blockSender(ctx: Ctx, sender: string): Promise<void> {
  const createdBy = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  const row = { sender, createdAt: ctx.now, createdBy };
  await unique('sender', `${sender} is blocked already.`, insertBlockedSender(ctx.tx, row));
}

/** @throws Problem not_found when the sender is not blocked */
export async function unblockSender(ctx: Ctx, sender: string): Promise<void> {
  if (!(await deleteBlockedSender(ctx.tx, sender))) throw notFound('blocked sender');
}
