import { type Decision, isRefusal } from '../../kernel/decision.ts';
import type { Ctx, Tx } from '../../platform/context.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/refusals.ts';
import { type Change, changeOf } from './change.ts';
import type { CaseFact } from './events.ts';
import { type Action, may, type Standing } from './policy.ts';
import type { CaseState } from './rules/state.ts';
import { take } from './rules/take.ts';
import { hasChanged, lockRow, standingOf } from './store/lock.ts';
import { stateOf } from './store/rows.ts';
import { writeChanges } from './store/write.ts';

/** Which case, and the version that whoever acts has seen; null acts on whatever stands there. */
export type OnCase = { caseId: string; version?: number | null };

export type Locked = {
  state: CaseState;
  number: number;
  subject: string;
  standing: Standing;
  /** The context at the instant after the lock. */
  ctx: Ctx;
};

type Parts = Partial<
  Pick<Change, 'messages' | 'participants' | 'leaving' | 'subject' | 'mark' | 'taskTexts'>
>;

/**
 * The way of every act on a case that exists: lock it, take the instant, see whether the actor may
 * and has seen its latest state, ask the rule, and write what it decided.
 * @throws Problem `not_found` when the actor may not even see it, `not_owner` or `forbidden`,
 *   `stale_version`, and whatever the rule refuses with
 */
export async function changeCase(
  ctx: Ctx,
  on: OnCase,
  action: Action,
  decide: (locked: Locked) => Promise<{ decision: Decision<CaseFact>; parts?: Parts }>,
): Promise<CaseState> {
  const locked = await lockCase(ctx, on.caseId);
  authorise(locked.standing, action);
  await refuseStale(ctx.tx, locked.state, on);
  const { decision, parts } = await decide(locked);
  // Whoever acts on a case has opened it, by whatever way.
  const opened = isRefusal(decision) ? decision : [...take(locked.state, ctx.actor), ...decision];
  const change = changeOf(locked.state, on.caseId, opened, locked.ctx, parts);
  await writeChanges(ctx.tx, [change]);
  return change.after;
}

/** @throws Problem `stale_version` when the actor has not seen the latest state */
export async function refuseStale(tx: Tx, state: CaseState, on: OnCase): Promise<void> {
  if (!on.version || !(await hasChanged(tx, state, on.version))) return;
  throw new Problem('stale_version', {
    detail:
      `The case has changed since you looked (you saw version ${on.version}, it is at ` +
      `${state.version}). Nothing was done; look at what is new and send it again.`,
  });
}

/** Locks a case and says how the actor stands to it. */
export async function lockCase(ctx: Ctx, caseId: string): Promise<Locked> {
  const row = await lockRow(ctx.tx, caseId);
  if (!row) throw notFound('case');
  return {
    state: stateOf(row),
    number: row.number,
    subject: row.subject,
    standing: await standingOf(ctx.tx, ctx.actor, caseId),
    ctx: { ...ctx, now: ctx.deps.clock.shift(row.now) },
  };
}

export function authorise(standing: Standing, action: Action): void {
  // Baton itself and customers by mail act by their own commands, which ask nobody.
  if (standing.role === null) return;
  if (!standing.sees) throw notFound('case');
  if (may(standing, action)) return;
  throw standing.role === 'agent' || standing.role === 'lead'
    ? new Problem('not_owner', {
        detail: 'The case is in other hands; only its owner may do this.',
      })
    : new Problem('forbidden', { detail: 'Your role does not allow this.' });
}
