import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { seenCase } from '../../cases/index.ts';
import { type CallRow, insertCall, lockRunningCall } from '../store/calls.ts';
import { agentOf } from './find-call.ts';

type NewCall = {
  case?: string | undefined;
  direction: 'in' | 'out';
  number: string | null;
  withCustomer: boolean;
};

/**
 * A call begins at this instant: one that came in has reached somebody by that.
 * @throws Problem `already_exists` while another one of the same agent has not ended
 */
export async function beginCall(ctx: Ctx, input: NewCall): Promise<CallRow> {
  const agentId = agentOf(ctx);
  if (input.case) await seenCase(ctx.tx, ctx.actor, input.case);
  if (await lockRunningCall(ctx.tx, agentId)) {
    throw new Problem('already_exists', {
      detail: 'You are on a call already. End that one first; its times are kept.',
    });
  }
  const { direction, number, withCustomer } = input;
  const kind = direction === 'in' ? 'reached' : 'dialled';
  const call: CallRow = {
    id: newId(),
    agentId,
    caseId: input.case ?? null,
    direction,
    number,
    withCustomer,
    marks: [{ kind, at: ctx.now, pressedAt: ctx.now }],
    people: [],
    agreed: '',
    note: '',
    doneAt: null,
    messageId: null,
  };
  await insertCall(ctx.tx, call);
  return call;
}
