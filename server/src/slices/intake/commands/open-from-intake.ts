import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { correctCase, openCase, seenCase } from '../../cases/index.ts';
import {
  createCustomer,
  customerByAddress,
  customerById,
  holdSurvivor,
  primaryMail,
} from '../../customers/index.ts';
import { topicById } from '../../people/index.ts';
import { baton } from '../../../kernel/actor.ts';
import { recordOf, subjectOf, urgencyBy } from '../rules/said.ts';
import { lockCall, updateCall } from '../store/calls.ts';
import type { IntakeRow } from '../store/intakes.ts';
import { knownCustomer } from './begin-intake.ts';
import { putOnCase } from './mark-call.ts';

/**
 * There is a name and a sentence: it is a case, in the hands of whoever is speaking with the
 * customer, while they still speak (S0-16, ADR 0084).
 */
export async function openFromIntake(ctx: Ctx, row: IntakeRow): Promise<IntakeRow> {
  const { said } = row;
  const customer = await customerOf(ctx, row);
  const topic = said.topic ? await topicById(ctx.tx, said.topic) : null;
  const subject = subjectOf(said);
  const { caseId } = await openCase(ctx, {
    customerId: customer.id,
    subject,
    topicId: said.topic ?? undefined,
    urgency: said.effect ? urgencyBy(said.effect, topic?.urgency ?? 'normal') : undefined,
    ownerId: row.agentId,
    message: {
      id: newId(),
      direction: 'in',
      kind: row.way,
      author: { kind: 'customer', id: customer.id, name: customer.name, address: customer.address },
      subject,
      text: said.wish,
      quoted: null,
      htmlSha256: null,
      language: said.language ?? customer.language,
      automatic: false,
      inboundId: null,
      files: said.files.map((fileId) => ({ fileId, inlineId: null })),
    },
    participants: customer.address
      ? [{ address: customer.address, name: customer.name, role: 'customer' }]
      : [],
    receipt: true,
    spoken: true,
  });
  if (said.deadline) await correctCase(ctx, { caseId, deadline: new Date(said.deadline) });
  await joinCall(ctx, row, caseId);
  const { topic_id: chosen } = await seenCase(ctx.tx, baton, caseId);
  const madeCustomer = customer.isNew ? customer.id : null;
  return { ...row, caseId, madeCustomer, said: { ...said, topic: chosen } };
}

/** Whoever was chosen; else whose mail address it is; else somebody new, by their name. */
async function customerOf(ctx: Ctx, { said }: IntakeRow) {
  const known = said.customer
    ? await knownCustomer(ctx, said.customer)
    : await customerWithMail(ctx, said.email);
  if (known) return { ...known, address: await primaryMail(ctx.tx, known.id), isNew: false };
  const fields = recordOf(said);
  const made = await createCustomer(ctx, { ...fields, identities: [] });
  return { ...fields, id: made, address: null, isNew: true };
}

async function customerWithMail(ctx: Ctx, address: string) {
  const id = await customerByAddress(ctx.tx, address);
  const now = id && (await holdSurvivor(ctx.tx, id));
  return now ? customerById(ctx.tx, now) : null;
}

/** The call during which it was opened is about this case. */
async function joinCall(ctx: Ctx, { callId }: IntakeRow, caseId: string): Promise<void> {
  const call = callId ? await lockCall(ctx.tx, callId) : null;
  if (!call || call.caseId) return;
  const joined = { ...call, caseId };
  await updateCall(ctx.tx, joined);
  await putOnCase(ctx, joined);
}
