import type { Mood } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { baton } from '../../../kernel/actor.ts';
import {
  answersOf,
  correctCase,
  handToFirstTeam,
  missingOf,
  recordSpoken,
  seenCase,
  solveCase,
} from '../../cases/index.ts';
import { noteMood } from '../../customers/index.ts';
import { questionsOf } from '../../people/index.ts';
import { subjectOf } from '../rules/said.ts';
import { type IntakeRow, updateIntake } from '../store/intakes.ts';
import { caseOf, findIntake } from './find-intake.ts';
import { endCall } from './mark-call.ts';
import { reachBySaid } from './reach-by-said.ts';
import { readBackOf } from './read-back-of.ts';
import { reword } from './save-intake.ts';

/**
 * The customer has said everything: the case is what was read back to them, the receipt goes out, and
 * whoever does not belong to the first team of the topic gives it there.
 * @throws Problem `wrong_status` without a case, or before the customer was assured
 */
export async function endIntake(ctx: Ctx, id: string): Promise<void> {
  const row = await finish(ctx, id);
  const caseId = caseOf(row);
  await recordSpoken(ctx, {
    caseId,
    fact: { kind: 'taken_down', missing: await countMissing(ctx, caseId), receipt: true },
  });
  await handToFirstTeam(ctx, { caseId });
  await updateIntake(ctx.tx, row, ctx.now);
}

/** Answered while the customer is there: solved at once, and why (S0-29). */
export async function answerAtIntake(
  ctx: Ctx,
  id: string,
  answer: { because: NonNullable<IntakeRow['answeredBecause']>; text: string },
): Promise<void> {
  const row = await finish(ctx, id);
  const caseId = caseOf(row);
  const { because, text } = answer;
  await recordSpoken(ctx, { caseId, fact: { kind: 'answered_at_once', because } });
  await solveCase(ctx, { caseId, text, files: [] });
  await updateIntake(ctx.tx, { ...row, answeredBecause: because }, ctx.now);
}

/** The call ends, if it goes on; the case is called and worded as it was read back. */
async function finish(ctx: Ctx, id: string): Promise<IntakeRow> {
  const row = await findIntake(ctx, id);
  const caseId = caseOf(row);
  if (!row.assuredAt) {
    throw new Problem('wrong_status', {
      detail: 'First assure the customer that the problem is ours now, and say how that was done.',
    });
  }
  await reachBySaid(ctx, row);
  const subject = subjectOf(row.said);
  await correctCase(ctx, { caseId, subject });
  await reword(ctx, caseId, await readBackOf(ctx, row), subject);
  if (row.said.mood) await keepMood(ctx, caseId, row.said.mood);
  if (row.callId) await endCall(ctx, row.callId);
  return { ...row, endedAt: ctx.now };
}

async function countMissing(ctx: Ctx, caseId: string): Promise<number> {
  const { topic_id: topic } = await seenCase(ctx.tx, baton, caseId);
  const questions = topic ? await questionsOf(ctx.tx, topic) : [];
  const answers = await answersOf(ctx.tx, caseId);
  return missingOf(questions, new Set(answers.map(({ question }) => question.id))).length;
}

/** For whoever speaks with them next (S3-17). */
async function keepMood(ctx: Ctx, caseId: string, mood: Mood): Promise<void> {
  const { customer_id: customer } = await seenCase(ctx.tx, baton, caseId);
  await noteMood(ctx, customer, { mood, caseId });
}
