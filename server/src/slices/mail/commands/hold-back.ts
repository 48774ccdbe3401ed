import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type OpenBreaker, holderOf, isTooMuch, offenderOf } from '../rules/breaker.ts';
import { windowMs } from '../rules/limits.ts';
import { type Counted, openBreaker, paceOf } from '../store/breakers.ts';
import { tellAdministrators } from './tell-administrators.ts';

/**
 * The breaker that holds a message back; null when it goes on. One sender's breaker opens here, with
 * the very message that is too much.
 */
export async function holderFor(
  ctx: Ctx,
  message: { channelId: string; sender: string; known: boolean; receivedAt: Date },
): Promise<OpenBreaker | null> {
  const { channelId, sender } = message;
  const since = plus(message.receivedAt, -windowMs);
  const { limits, open, count } = await paceOf(ctx.tx, { channelId, sender, since });
  const holder = holderOf(message, open);
  if (holder || !isTooMuch('sender', count + 1, limits)) return holder;
  const offender = offenderOf(sender);
  const id = await letBreak(ctx, { channelId, kind: 'sender', offender, count: count + 1 });
  return { id, kind: 'sender', offender };
}

/** Opens a breaker and tells the administrators, once. @returns its id */
export async function letBreak(ctx: Ctx, counted: Counted): Promise<string> {
  const { id, fresh } = await openBreaker(ctx.tx, { ...counted, at: ctx.now });
  if (fresh) {
    const { channelId: channel, kind } = counted;
    await tellAdministrators(ctx, 'breaker_opened', { breaker: id, channel, kind });
  }
  return id;
}
