import type { CallMarkKind } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { logCall } from '../../cases/index.ts';
import { mayMark, timesOf } from '../rules/call-times.ts';
import { type CallRow, lockCall, updateCall } from '../store/calls.ts';
import { textOfCall } from './text-of-call.ts';

/**
 * A press of the button during one's own call. With its end it stands on its case.
 * @throws Problem `wrong_status` for what means nothing now, such as "resumed" without a hold
 */
export async function markCall(ctx: Ctx, id: string, kind: CallMarkKind): Promise<void> {
  const call = await lockCall(ctx.tx, id);
  if (!call || call.agentId !== ctx.actor.id) throw notFound('call');
  if (!mayMark(call.marks, kind)) {
    throw new Problem('wrong_status', {
      detail: 'The call has gone on since; look at where it stands.',
    });
  }
  const marks = [...call.marks, { kind, at: ctx.now, pressedAt: ctx.now }];
  const marked = { ...call, marks };
  await updateCall(ctx.tx, marked);
  if (kind === 'ended') await putOnCase(ctx, marked);
}

/** A call ends with what it belongs to, if it goes on; nothing more is asked to be added to it. */
export async function endCall(ctx: Ctx, id: string): Promise<void> {
  const call = await lockCall(ctx.tx, id);
  if (!call?.marks.some(({ kind }) => kind === 'ended')) await markCall(ctx, id, 'ended');
  const ended = await lockCall(ctx.tx, id);
  if (ended) await updateCall(ctx.tx, { ...ended, doneAt: ended.doneAt ?? ctx.now });
}

/** An ended call stands on its case, as soon as there is one. */
export async function putOnCase(ctx: Ctx, call: CallRow): Promise<CallRow> {
  const { caseId, id, direction, withCustomer } = call;
  const times = timesOf(call.marks, ctx.now);
  if (!caseId || call.messageId || !times.endedAt) return call;
  const { messageId } = await logCall(ctx, {
    caseId,
    call: { id, way: direction, withCustomer, reached: times.reachedAt !== null },
    text: textOfCall(call),
  });
  const logged = { ...call, messageId };
  await updateCall(ctx.tx, logged);
  return logged;
}
