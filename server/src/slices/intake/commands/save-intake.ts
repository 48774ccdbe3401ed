import type { IntakeChange, IntakeSaid } from '@baton/contract';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../platform/context.ts';
import { baton } from '../../../kernel/actor.ts';
import {
  assertFiles,
  correctCase,
  rewriteMessage,
  seenCase,
  setFilesOfOpening,
  spokenOpening,
} from '../../cases/index.ts';
import { createCustomer, mendCustomer, takeBackCustomer } from '../../customers/index.ts';
import { topicById } from '../../people/index.ts';
import { recordOf, saysEnough, urgencyBy } from '../rules/said.ts';
import { type IntakeRow, updateIntake } from '../store/intakes.ts';
import { knownCustomer } from './begin-intake.ts';
import { findIntake } from './find-intake.ts';
import { openFromIntake } from './open-from-intake.ts';
import { speakWith } from './speak-with.ts';

/**
 * Keeps what was typed. With a name and a sentence it becomes a case; from then on the case follows
 * what is typed (ADR 0084).
 */
export async function saveIntake(ctx: Ctx, id: string, change: IntakeChange): Promise<void> {
  const before = await findIntake(ctx, id);
  const customer = change.customer && (await knownCustomer(ctx, change.customer)).id;
  if (change.files) await assertFiles(ctx, change.files);
  const files = change.files && [...new Set(change.files)];
  const given = Object.entries({ ...change, customer, files }).filter(
    ([, value]) => value !== undefined,
  );
  const row = { ...before, said: { ...before.said, ...Object.fromEntries(given) } };
  if (row.callId) await speakWith(ctx, row.callId, before.said, row.said);
  await updateIntake(ctx.tx, await onward(ctx, before, row), ctx.now);
}

async function onward(ctx: Ctx, before: IntakeRow, row: IntakeRow): Promise<IntakeRow> {
  if (row.caseId) return followTyping(ctx, before, row, row.caseId);
  return saysEnough(row.said) ? openFromIntake(ctx, row) : row;
}

async function followTyping(
  ctx: Ctx,
  { said: was }: IntakeRow,
  row: IntakeRow,
  caseId: string,
): Promise<IntakeRow> {
  const { said } = row;
  const topic = said.topic !== was.topic ? said.topic : undefined;
  const urgency =
    topic !== undefined || said.effect !== was.effect
      ? urgencyBy(said.effect, await usualUrgency(ctx, said.topic))
      : undefined;
  const deadline =
    said.deadline === was.deadline ? undefined : said.deadline ? new Date(said.deadline) : null;
  if (topic !== undefined || urgency !== undefined || deadline !== undefined) {
    await correctCase(ctx, { caseId, topic, urgency, deadline });
  }
  if (said.wish !== was.wish) await reword(ctx, caseId, said.wish);
  if (!isDeepStrictEqual(said.files, was.files)) {
    await setFilesOfOpening(ctx.tx, caseId, said.files);
  }
  if (said.customer !== was.customer) return anotherCustomer(ctx, row, caseId);
  if (row.madeCustomer) await mendName(ctx, row, was, caseId);
  return row;
}

async function usualUrgency(ctx: Ctx, topicId: string | null) {
  return (topicId ? await topicById(ctx.tx, topicId) : null)?.urgency ?? 'normal';
}

/** The case begins with what the customer says, as it is written down by now. */
export async function reword(ctx: Ctx, caseId: string, text: string, subject?: string) {
  const opening = await spokenOpening(ctx.tx, caseId);
  if (!opening || text.trim() === '') return;
  const worded = { id: opening.id, caseId, text };
  await rewriteMessage(ctx.tx, subject === undefined ? worded : { ...worded, subject });
}

/** The name of somebody new, while it is being spelled. */
async function mendName(
  ctx: Ctx,
  { said, madeCustomer }: IntakeRow,
  was: IntakeSaid,
  caseId: string,
) {
  const written = recordOf(said);
  if (written.name === '' || isDeepStrictEqual(written, recordOf(was))) return;
  const { customer_id: id } = await seenCase(ctx.tx, baton, caseId);
  if (id === madeCustomer) await mendCustomer(ctx, id, written);
}

/** It is somebody who is known, or nobody of these after all. */
async function anotherCustomer(ctx: Ctx, row: IntakeRow, caseId: string): Promise<IntakeRow> {
  const { said } = row;
  const { customer_id: was } = await seenCase(ctx.tx, baton, caseId);
  if (said.customer === null && said.name.trim() === '') return row;
  const fields = { ...recordOf(said), identities: [] };
  const customer = said.customer ?? (await createCustomer(ctx, fields));
  await correctCase(ctx, { caseId, customer });
  const isOwn = was === row.madeCustomer;
  if (isOwn && was !== customer) await takeBackCustomer(ctx, was, customer);
  return { ...row, madeCustomer: said.customer === null ? customer : null };
}
