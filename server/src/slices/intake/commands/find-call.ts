import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { seenCase } from '../../cases/index.ts';
import { type CallRow, lockCall } from '../store/calls.ts';

/**
 * A call, for changing it: one's own, or one about a case that one sees.
 * @throws Problem `not_found`
 */
export async function findCall(ctx: Ctx, id: string): Promise<CallRow> {
  const call = await lockCall(ctx.tx, id);
  if (!call) throw notFound('call');
  if (call.agentId === ctx.actor.id) return call;
  if (!call.caseId) throw notFound('call');
  await seenCase(ctx.tx, ctx.actor, call.caseId).catch(() => {
    throw notFound('call');
  });
  return call;
}

/** Calls and intakes are an agent's; a key that acts as itself has none. @throws Problem `forbidden` */
export function agentOf({ actor }: Pick<Ctx, 'actor'>): string {
  if (actor.kind === 'agent') return actor.id;
  throw new Problem('forbidden', {
    detail: 'Only a person speaks with customers; use a key that acts as an agent.',
  });
}
