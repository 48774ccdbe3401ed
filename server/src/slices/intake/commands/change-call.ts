import type { CallChange } from '@baton/contract';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import { correctCall, seenCase } from '../../cases/index.ts';
import { corrected, timesOf } from '../rules/call-times.ts';
import { type CallRow, insertCorrections, updateCall } from '../store/calls.ts';
import { findCall } from './find-call.ts';
import { putOnCase } from './mark-call.ts';
import { textOfCall } from './text-of-call.ts';

/** What is written down as put right when it changes; texts only after the agent was done. */
const texts = ['number', 'direction', 'withCustomer', 'people', 'agreed', 'note'] as const;

/**
 * What is written down of a call, and its times put right. What is changed of the times, or after
 * its agent was done, is a correction: it stays visible, with how it had been.
 * @throws Problem `invalid_request` for times that cannot be, `not_owner` for a call of somebody else
 */
export async function changeCall(ctx: Ctx, id: string, change: CallChange): Promise<void> {
  const before = await findCall(ctx, id);
  const after = await changed(ctx, before, change);
  if (!before.messageId) refuseOthers(ctx, before);
  await updateCall(ctx.tx, after);
  await (before.messageId ? correct(ctx, before, after) : putOnCase(ctx, after));
}

async function changed(ctx: Ctx, call: CallRow, change: CallChange): Promise<CallRow> {
  const { case: caseId, times, done, people, ...rest } = change;
  if (caseId && caseId !== call.caseId) {
    if (call.messageId) throw invalid('case', 'call_has_case');
    await seenCase(ctx.tx, ctx.actor, caseId);
  }
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...call,
    ...given,
    ...(people ? { people: people.filter(({ name }) => name.trim() !== '') } : {}),
    ...(times ? { marks: marksAt(ctx, call, times) } : {}),
    caseId: caseId ?? call.caseId,
    doneAt: call.doneAt ?? (done ? ctx.now : null),
  };
}

function marksAt(ctx: Ctx, { marks }: CallRow, times: string[]): CallRow['marks'] {
  const result = corrected(
    marks,
    times.map((time) => new Date(time)),
    ctx.now,
  );
  if ('marks' in result) return result.marks;
  throw invalid(`times.${result.fault}`, 'call_times');
}

/** A call that stands on no case yet is its agent's alone. */
function refuseOthers({ actor }: Ctx, call: CallRow): void {
  if (call.agentId === actor.id) return;
  throw new Problem('not_owner', { detail: 'Somebody else is on this call.' });
}

async function correct(ctx: Ctx, before: CallRow, after: CallRow): Promise<void> {
  const looked = before.doneAt ? [...texts, 'marks' as const] : ['marks' as const];
  const what = looked.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const times = timesOf(after.marks, ctx.now);
  await correctCall(ctx, {
    caseId: after.caseId!,
    own: after.agentId === ctx.actor.id,
    call: {
      id: after.id,
      withCustomer: after.withCustomer,
      reached: times.reachedAt !== null,
      what,
    },
    messageId: after.messageId!,
    text: textOfCall(after),
  });
  await insertCorrections(
    ctx,
    after.id,
    what.map((name) => ({ what: name, was: before[name] })),
  );
}
