import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound, unknownReference } from '../../../platform/refusals.ts';
import { changeOf, type Participant } from '../change.ts';
import { authorise, lockCase, type Locked, type OnCase, refuseStale } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import type { CaseFact } from '../events.ts';
import type { ClockRule } from '../rules/clock-rule.ts';
import { merge } from '../rules/merge.ts';
import type { CaseState } from '../rules/state.ts';
import { take } from '../rules/take.ts';
import { goOnIn } from '../rules/tasks.ts';
import { houseOf } from '../store/house.ts';
import { participantsOfCase } from '../store/people.ts';
import { openTasks } from '../store/tasks.ts';
import { writeChanges } from '../store/write.ts';
import { usualDue } from './due-of-task.ts';

/**
 * Two cases are one: this one is merged into the survivor, whose owner and people hear of both from
 * now on. Both are locked in the order of their ids.
 * @throws Problem `unknown_reference` for a survivor that the actor may not see, `wrong_status`
 *   where the two cannot be merged
 */
export async function mergeCase(ctx: Ctx, input: OnCase & { into: string }): Promise<void> {
  const locked = await lockBoth(ctx, input.caseId, input.into);
  const from = locked.get(input.caseId);
  if (!from) throw notFound('case');
  authorise(from.standing, 'merge');
  const into = locked.get(input.into);
  // Only now: whoever may not merge this one learns nothing of the other.
  if (!into?.standing.sees) throw unknownReference('into', 'not_there');
  await refuseStale(ctx.tx, from.state, input);
  const { now } = [...locked.values()].at(-1)!.ctx;
  const decided = merge(from.state, into.state, await rulesOf(ctx, [from, into]), now);
  if (isRefusal(decided)) throw new Problem(decided.refused, { detail: decided.detail });
  const by = { ...ctx, now };
  const tasks = await tasksGoOn(by, from.state, ownerAfter(decided.into));
  const leaving = [...take(from.state, ctx.actor), ...tasks.from, ...decided.from];
  await writeChanges(ctx.tx, [
    changeOf(from.state, input.caseId, leaving, by, {
      linkedTo: { caseId: input.into, why: 'merged' },
    }),
    changeOf(into.state, input.into, [...decided.into, ...tasks.into], by, {
      participants: await joiningPeople(ctx, from, into),
      taskTexts: tasks.texts,
    }),
  ]);
}

function ownerAfter(facts: CaseFact[]): string {
  return facts.find((fact) => fact.kind === 'absorbed')!.owner;
}

/** What helpers do for the merged case they do for the survivor; overdue, from now on. */
async function tasksGoOn(ctx: Ctx, from: CaseState, owner: string) {
  const open = await openTasks(ctx.tx, from.id);
  const ids = new Map(open.map(({ id }) => [id, newId()]));
  const dues = new Map<string, Date>();
  for (const { id, agentId, dueAt } of open) {
    dues.set(id, dueAt > ctx.now ? dueAt : await usualDue(ctx, agentId, ctx.now));
  }
  const texts = open.flatMap(({ id, what }) => (what === null ? [] : [[ids.get(id)!, what]]));
  return {
    ...goOnIn(open, owner, { idOf: ({ id }) => ids.get(id)!, dueOf: ({ id }) => dues.get(id)! }),
    texts: Object.fromEntries(texts) as Record<string, string>,
  };
}

async function rulesOf(ctx: Ctx, cases: Locked[]): Promise<(state: CaseState) => ClockRule> {
  const house = await houseOf(ctx.tx);
  const rules = new Map<string, ClockRule>();
  for (const { state } of cases) rules.set(state.id, await ruleOf(ctx.tx, house, state));
  return ({ id }) => rules.get(id)!;
}

/** Those of the two that there are. */
async function lockBoth(ctx: Ctx, one: string, other: string): Promise<Map<string, Locked>> {
  const locked = new Map<string, Locked>();
  for (const id of [...new Set([one, other])].toSorted()) {
    const found = await lockCase(ctx, id).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    });
    if (found) locked.set(id, found);
  }
  return locked;
}

/** Another customer takes part in copy; the same one by all addresses of both cases. */
async function joiningPeople(ctx: Ctx, from: Locked, into: Locked): Promise<Participant[]> {
  const same = from.state.customerId === into.state.customerId;
  const people = await participantsOfCase(ctx.tx, from.state.id);
  return people
    .filter(({ leftAt }) => leftAt === null)
    .map(({ address, name, role }) => ({
      address,
      name,
      role: same ? role : 'copied',
      fromCase: from.state.id,
    }));
}
