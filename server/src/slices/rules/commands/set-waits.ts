import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { addWork } from '../../../platform/work.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { lockCase } from '../../cases/index.ts';
import { dueOf } from '../rules/due.ts';
import { type Wait, waitFor } from '../rules/waits.ts';
import { type RuleRow, rulesInForce } from '../store/rules.ts';
import { heldCases, putWaits, waitsOf } from '../store/waits.ts';
import { viewNow, worldOf } from '../world.ts';
import { fire } from './fire.ts';
import { actorOf, readyRules } from './ready-rules.ts';

/** For which instants a case waits by the rules that count time, after something changed about it. */
export async function setWaits(ctx: Ctx, caseId: string): Promise<void> {
  const rules = await rulesInForce(ctx.tx);
  if (!rules.some(({ when }) => when.on === 'time')) return;
  await putWaits(ctx.tx, await waitsNow(ctx, caseId, rules));
}

async function waitsNow(asked: Ctx, caseId: string, rules: RuleRow[]): Promise<Wait[]> {
  const { state, ctx } = await lockCase(asked, caseId);
  const before = await waitsOf(ctx.tx, caseId);
  const world = await worldOf(ctx.tx);
  const view = await viewNow(ctx.tx, world, state);
  const hours = world.house.hours(world.house.team(state.teamId));
  return rules.flatMap((rule) =>
    rule.when.on === 'time'
      ? [waitFor(caseId, rule, dueOf(rule.when, view, hours), before.get(rule.id))]
      : [],
  );
}

/** How many cases are looked at in one piece of work. */
const part = 200;

/** The same for all cases in somebody's hands, part by part: after a rule was written, and daily. */
export async function setAllWaits(deps: Deps, after: number): Promise<void> {
  if (!(await rulesInForce(deps.db)).some(({ when }) => when.on === 'time')) return;
  const cases = await heldCases(deps.db, after, part);
  for (const { id } of cases) await runCommand(deps, baton, (ctx) => setWaits(ctx, id));
  if (cases.length < part) return;
  const next = cases.at(-1)!.number;
  await runCommand(deps, baton, ({ tx }) => addWork(tx, [allWaits(next)]));
}

/** The work of setting them, from a case on. */
export function allWaits(after = 0) {
  return { task: 'rules.all-waits', payload: { after } };
}

/** Lets a rule look at a case whose time has come; what is no longer due waits for what is. */
export async function actInTime(
  deps: Deps,
  { caseId, ruleId }: Pick<Wait, 'caseId' | 'ruleId'>,
): Promise<void> {
  const rule = (await readyRules(deps.db)).find(({ id }) => id === ruleId);
  if (!rule) return runCommand(deps, baton, (ctx) => forget(ctx, caseId, ruleId));
  await runCommand(deps, actorOf(rule), async (ctx) => {
    const [wait] = await waitsNow(ctx, caseId, [rule]);
    if (!wait) return forget(ctx, caseId, ruleId);
    const now = await instant(ctx.tx, deps);
    if (!wait.dueAt || wait.dueAt > now) return putWaits(ctx.tx, [wait]);
    await putWaits(ctx.tx, [{ ...wait, dueAt: null, done: true }]);
    const cause = `time ${wait.anchor.toISOString()}`;
    await fire(ctx, rule, { caseId, cause, happening: { on: 'time', byRule: false } });
  });
}

/** The rule is no longer in force, or counts no time any more. */
async function forget(ctx: Ctx, caseId: string, ruleId: string): Promise<void> {
  await lockCase(ctx, caseId);
  const wait = (await waitsOf(ctx.tx, caseId)).get(ruleId);
  if (wait) await putWaits(ctx.tx, [{ ...wait, dueAt: null, done: true }]);
}
