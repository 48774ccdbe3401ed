import { baton } from '../../../kernel/actor.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { isCalm, isCountedDomain, isTooMuch } from '../rules/breaker.ts';
import { type Limits, windowMs } from '../rules/limits.ts';
import {
  closeBreakerRow,
  type Counted,
  countsSince,
  openBreakersSince,
} from '../store/breakers.ts';
import { readLimits } from '../store/limits.ts';
import { letBreak } from './hold-back.ts';

/**
 * Looks at how much came lately: opens the breakers of domains and channels, which no single message
 * could tell, and closes those that have been calm. Any number of servers may do it.
 */
export async function watchPace(deps: Deps): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const limits = await readLimits(ctx.tx);
    const { sender, domain } = limits.breaker;
    const least = Math.floor(Math.min(sender, domain) / 2);
    const counts = await countsSince(ctx.tx, plus(ctx.now, -windowMs), least);
    for (const counted of counts.filter(isOffender)) {
      if (isTooMuch(counted.kind, counted.count, limits)) await letBreak(ctx, counted);
    }
    await closeCalm(ctx, counts, limits);
  });
}

/** Hosts of the public are never offenders as a whole. */
function isOffender({ kind, offender }: Counted): boolean {
  return kind !== 'domain' || isCountedDomain(offender ?? '');
}

async function closeCalm(ctx: Ctx, counts: readonly Counted[], limits: Limits): Promise<void> {
  const open = await openBreakersSince(ctx.tx, plus(ctx.now, -windowMs));
  for (const { id, channelId, kind, offender } of open) {
    const now = counts.find(
      (one) => one.channelId === channelId && one.kind === kind && one.offender === offender,
    );
    if (isCalm(kind, now?.count ?? 0, limits)) {
      await closeBreakerRow(ctx.tx, id, { at: ctx.now, by: null });
    }
  }
}
