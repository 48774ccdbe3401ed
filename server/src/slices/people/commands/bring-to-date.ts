import type { WorkingTime } from '../../../kernel/working-time.ts';
import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import type { AbsenceHooks } from '../hooks.ts';
import { type Absence, nextStep } from '../rules/absence.ts';
import { closeToNewCases } from '../store/agents.ts';
import { workingTimeOf } from '../store/calendars.ts';
import { updateAbsence } from '../store/absences.ts';

/**
 * Does everything for which an absence waits: it begins, its agent's cases are handed over, it
 * ends. Idempotent. The agent's row must be locked by this transaction.
 */
export async function bringToDate(ctx: Ctx, given: Absence, hooks: AbsenceHooks): Promise<void> {
  let absence = given;
  const time = await workingTimeOf(ctx.tx, given.agentId);
  for (;;) {
    const now = await instant(ctx.tx, ctx.deps);
    const step = nextStep(absence, time, now);
    if (step === null) return;
    if (step === 'begin') absence = await begin(ctx, absence, hooks, time, now);
    else if (step === 'hand_over') absence = await handOver(ctx, absence, hooks);
    else absence = await end(ctx, absence, now);
  }
}

async function begin(
  ctx: Ctx,
  absence: Absence,
  hooks: AbsenceHooks,
  time: WorkingTime,
  now: Date,
): Promise<Absence> {
  const running: Absence = { ...absence, state: 'running', version: absence.version + 1 };
  // In one step, because it locks the cases first and the agent after them, as everybody does.
  if (nextStep(running, time, now) === 'hand_over') return handOver(ctx, running, hooks);
  await closeToNewCases(ctx.tx, absence.agentId);
  await updateAbsence(ctx.tx, running);
  return running;
}

async function handOver(ctx: Ctx, absence: Absence, hooks: AbsenceHooks): Promise<Absence> {
  await hooks.handOverForAbsence(ctx, absence);
  // After the locks: nothing that came to the agent bears a later instant.
  const after = { ...absence, handedOverAt: await instant(ctx.tx, ctx.deps) };
  await updateAbsence(ctx.tx, after);
  return after;
}

/** The agent is present again; what was moved is offered back from now on. */
export async function end(ctx: Ctx, absence: Absence, now: Date): Promise<Absence> {
  const after: Absence = {
    ...absence,
    state: 'ended',
    endedAt: now,
    version: absence.version + 1,
  };
  await updateAbsence(ctx.tx, after);
  return after;
}
