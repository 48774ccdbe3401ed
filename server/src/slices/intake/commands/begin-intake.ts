import { type IntakeSaid, nothingSaid } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { seesCustomer } from '../../cases/index.ts';
import { customerById, holdSurvivor, spokenRecord } from '../../customers/index.ts';
import { lockRunningCall } from '../store/calls.ts';
import { insertIntake, lockBeginning, openIntakeOf } from '../store/intakes.ts';
import { beginCall } from './begin-call.ts';
import { agentOf } from './find-call.ts';
import { speakWith } from './speak-with.ts';

/**
 * A customer calls or walks in. Of a call the times begin at once, unless its agent is on a call
 * already, which is then this one.
 * @throws Problem `already_exists` while another intake of the same agent has not ended
 */
export async function beginIntake(
  ctx: Ctx,
  input: { way: 'call' | 'visit'; customer?: string | undefined; phone?: string | undefined },
): Promise<string> {
  const agentId = agentOf(ctx);
  await lockBeginning(ctx.tx, agentId);
  if (await openIntakeOf(ctx.tx, agentId)) {
    throw new Problem('already_exists', {
      detail: 'You are taking something down already. End that first; everything typed is kept.',
    });
  }
  const known = input.customer ? await whatIsKnown(ctx, input.customer) : {};
  const phone = input.phone?.trim();
  const call = input.way === 'call' ? await callOf(ctx, agentId, phone ?? null) : null;
  const id = newId();
  const said = { ...nothingSaid, ...known, ...(phone ? { phone } : {}) };
  if (call) await speakWith(ctx, call.id, nothingSaid, said);
  await insertIntake(ctx.tx, {
    id,
    agentId,
    way: input.way,
    callId: call?.id ?? null,
    beganAt: ctx.now,
    said,
  });
  return id;
}

async function callOf(ctx: Ctx, agentId: string, number: string | null) {
  const running = await lockRunningCall(ctx.tx, agentId);
  if (running && !running.caseId) return running;
  return beginCall(ctx, { direction: 'in', number, withCustomer: true });
}

/** What is known of a customer need not be asked (S3-123). */
async function whatIsKnown(ctx: Ctx, customerId: string): Promise<Partial<IntakeSaid>> {
  const { id } = await knownCustomer(ctx, customerId);
  const { name, language, ...known } = (await spokenRecord(ctx.tx, id))!;
  return {
    ...{ customer: id, name, language },
    ...{ spelling: known.spelling ?? '', formOfAddress: known.formOfAddress ?? '' },
    ...{ email: known.email ?? '', phone: known.phone ?? '' },
  };
}

/**
 * The customer of an id; who is part of another by now is that one. Only customers whom the actor
 * sees: naming another would open all of that one's history.
 * @throws Problem unknown_reference
 */
export async function knownCustomer(ctx: Ctx, id: string) {
  const now = await holdSurvivor(ctx.tx, id);
  const customer = now && (await customerById(ctx.tx, now));
  if (customer && (await seesCustomer(ctx.tx, ctx.actor, customer.id))) return customer;
  throw unknownReference('customer', 'not_there');
}
