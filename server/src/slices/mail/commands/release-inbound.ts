import type { Ctx, Deps } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { markReleased, recordActs } from '../store/inbound-acts.ts';
import { type Apart, apart, lockApart } from '../store/inbound.ts';
import { readApart } from '../transport/read-apart.ts';
import type { Reading } from '../transport/reading.ts';
import { originalOf } from './original-of.ts';
import { settleAs } from './process-inbound.ts';

/** Reads a message that stands apart from all cases, which may take a while: not in a transaction. */
export async function readToRelease(deps: Deps, inboundId: string): Promise<Reading | null> {
  const row = await apart(deps.db, inboundId);
  return row && readApart(deps, originalOf(row));
}

/**
 * Takes it back that a message was set aside, held, or taken for a bounce, a loop or a duplicate: it
 * joins the case it belongs to, or opens one. What was held is answered as if it had just come; of
 * the others nobody knows yet who wrote them, so that they get no receipt.
 * @param reading the message, read before; null when it did not stand apart then
 * @throws Problem wrong_status when it does not stand apart (any more)
 */
export async function releaseInbound(
  ctx: Ctx,
  inboundId: string,
  reading: Reading | null,
): Promise<void> {
  const was = await lockApart(ctx.tx, inboundId);
  const row = was && (await apart(ctx.tx, inboundId));
  if (!row || !reading) throw notApart();
  await recordActs(ctx, 'released', [{ id: inboundId, ...was }]);
  await markReleased(ctx.tx, inboundId, ctx.now);
  await settleAs(ctx, row, reading, releasedAs(was.outcome));
}

function releasedAs(outcome: Apart): 'held' | 'other' {
  return outcome === 'held' ? 'held' : 'other';
}

function notApart(): Problem {
  return new Problem('wrong_status', {
    detail: 'The message has a case, or is still being processed; there is nothing to release.',
  });
}
