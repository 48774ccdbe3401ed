import type { AsideReason } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addWork } from '../../../platform/work.ts';
import { closeBreakerRow } from '../store/breakers.ts';
import { recordActs, releaseHeld, setHeldAside } from '../store/inbound-acts.ts';
import { parseWork } from './accept-message.ts';

/** So many at once; a storm may be of thousands, and each becomes a job. */
const mostAtOnce = 5000;

/**
 * Lets all that a breaker held go on: it becomes cases as if it had just come.
 * @returns how many messages that were
 */
export async function releaseAllHeld(ctx: Ctx, breakerId: string): Promise<number> {
  const released = await releaseHeld(ctx.tx, { breakerId, at: ctx.now, limit: mostAtOnce });
  await recordActs(ctx, 'released', released);
  await addWork(
    ctx.tx,
    released.map(({ id }) => parseWork(id)),
  );
  return released.length;
}

/** Sets aside all that a breaker held. @returns how many messages that were */
export async function setAllHeldAside(
  ctx: Ctx,
  breakerId: string,
  reason: AsideReason,
): Promise<number> {
  const aside = await setHeldAside(ctx.tx, { breakerId, at: ctx.now, reason });
  await recordActs(ctx, 'set_aside', aside);
  return aside.length;
}

/**
 * Closes a breaker by hand: what comes next is no longer held, unless it is too much again.
 * @throws Problem not_found when it is closed already
 */
export async function closeBreaker(ctx: Ctx, breakerId: string): Promise<void> {
  const by = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  if (!(await closeBreakerRow(ctx.tx, breakerId, { at: ctx.now, by }))) throw notFound('breaker');
}
