import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { changeOf, type Participant } from '../change.ts';
import { authorise, lockCase, type Locked, type OnCase, refuseStale } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import type { ClockRule } from '../rules/clock-rule.ts';
import { merge } from '../rules/merge.ts';
import type { CaseState } from '../rules/state.ts';
import { take } from '../rules/take.ts';
import { houseOf } from '../store/house.ts';
import { participantsOfCase } from '../store/people.ts';
import { writeChanges } from '../store/write.ts';

/**
 * Two cases are one: this one is merged into the survivor, whose owner and people hear of both from
 * now on. Both are locked in the order of their ids.
 * @throws Problem `unknown_reference` for a survivor that the actor may not see, `wrong_status`
 *   where the two cannot be merged
 */
export async function mergeCase(ctx: Ctx, input: OnCase & { into: string }): Promise<void> {
  const locked = await lockBoth(ctx, input.caseId, input.into);
  const from = locked.get(input.caseId)!;
  const into = locked.get(input.into)!;
  authorise(from.standing, 'merge');
  if (!into.standing.sees) throw unknownReference('into', 'no such case');
  await refuseStale(ctx.tx, from.state, input);
  const { now } = [...locked.values()].at(-1)!.ctx;
  const decided = merge(from.state, into.state, await rulesOf(ctx, [from, into]), now);
  if (isRefusal(decided)) throw new Problem(decided.refused, { detail: decided.detail });
  const by = { ...ctx, now };
  await writeChanges(ctx.tx, [
    changeOf(from.state, input.caseId, [...take(from.state, ctx.actor), ...decided.from], by, {
      linkedTo: { caseId: input.into, why: 'merged' },
    }),
    changeOf(into.state, input.into, decided.into, by, {
      participants: await joiningPeople(ctx, from, into),
    }),
  ]);
}

async function rulesOf(ctx: Ctx, cases: Locked[]): Promise<(state: CaseState) => ClockRule> {
  const house = await houseOf(ctx.tx);
  const rules = new Map<string, ClockRule>();
  for (const { state } of cases) rules.set(state.id, await ruleOf(ctx.tx, house, state));
  return ({ id }) => rules.get(id)!;
}

async function lockBoth(ctx: Ctx, one: string, other: string): Promise<Map<string, Locked>> {
  const locked = new Map<string, Locked>();
  for (const id of [...new Set([one, other])].toSorted()) {
    const found = await lockCase(ctx, id).catch((error: unknown) => {
      if (id === other && error instanceof Problem) {
        throw unknownReference('into', 'no such case');
      }
      throw error;
    });
    locked.set(id, found);
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
