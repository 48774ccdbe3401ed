import type { IntakeSaid } from '@baton/contract';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../platform/context.ts';
import { spokenWithCaller } from '../rules/spoken-with.ts';
import { lockCall, updateCall } from '../store/calls.ts';

/**
 * Whoever calls is spoken with: their name need not be written twice. A call that stands on its case
 * already is left as it was written down.
 */
export async function speakWith(ctx: Ctx, callId: string, was: IntakeSaid, said: IntakeSaid) {
  if (was.name === said.name && was.spelling === said.spelling) return;
  const call = await lockCall(ctx.tx, callId);
  if (!call || call.messageId) return;
  const people = spokenWithCaller(call.people, was, said);
  if (!isDeepStrictEqual(people, call.people)) await updateCall(ctx.tx, { ...call, people });
}
