import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/decision.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import { after, openedCase, opening, tom, usualRule } from '../testing.ts';
import { explainClock } from './explain-clock.ts';
import { passUp } from './hand-over.ts';
import { merge, unmerge } from './merge.ts';
import { solve } from './solve.ts';
import type { CaseState } from './state.ts';
import { always } from '../../../kernel/working-time.ts';
import { takeBy } from './take.ts';
import { wait } from './wait.ts';

const ending = { confirmWithinMs: 7 * 24 * hourMs, remindAfterMs: 3 * 24 * hourMs };
const ruleOf = () => usualRule;

const act = (state: CaseState, facts: CaseFact[] | object, now: Date) =>
  changeOf(state, state.id, facts as CaseFact[], { actor: tom, now }).after;

const one = () => ({ ...openedCase({ owner: 'tom' }), id: 'one' });
const other = () => ({ ...openedCase({ owner: 'eva', customer: 'ivan' }), id: 'other' });
/** The other case, two hours later at level 2 with Dora. */
const higher = () =>
  act(
    other(),
    passUp(
      other(),
      usualRule,
      {
        agent: 'dora',
        team: 'second',
        level: 2,
        full: false,
        takeBy: takeBy(after(2), always),
        rule: usualRule,
      },
      { reason: 'not_in_time', summary: null },
      after(2),
    ),
    after(2),
  );
const waiting = (state: CaseState) => act(state, wait(state, null, usualRule, after(5)), after(5));
const solved = (state: CaseState) =>
  act(state, solve(state, 'solution', true, ending, usualRule, after(5)), after(5));

function merged(from: CaseState, into: CaseState, now = after(6)) {
  const decided = merge(from, into, ruleOf, now);
  if (isRefusal(decided)) throw new Error(decided.detail);
  const [fact] = decided.from;
  return {
    fact: fact as Extract<CaseFact, { kind: 'merged' }>,
    from: act(from, decided.from, now),
    into: act(into, decided.into, now),
  };
}

describe('merging', () => {
  test('leaves the merged case without owner and clock', () => {
    const { from } = merged(one(), other());
    expect(from).toMatchObject({ status: 'merged', ownerId: null, mergedInto: 'other' });
    expect(from.clock).toMatchObject({ due: null, warnAt: null, pausedAt: after(6) });
  });

  test('leaves a survivor that stands higher, or is due earlier, as it is', () => {
    const { into } = merged(one(), higher());
    expect(into).toEqual({ ...higher(), version: 3 });
    expect(merged(one(), other()).into.clock).toEqual(other().clock);
  });

  test('takes the survivor up to the higher level, into those hands, with that clock', () => {
    const { into } = merged(higher(), one());
    expect(into).toMatchObject({ level: 2, ownerId: 'dora', teamId: 'second', status: 'open' });
    expect(into.clock).toEqual(higher().clock);
  });

  test('takes the earlier due instant at the same level, and keeps the hands', () => {
    const late = { ...other(), clock: { ...other().clock, due: after(30) } };
    const { into } = merged(one(), late);
    expect(into).toMatchObject({ ownerId: 'eva', level: 1 });
    expect(into.clock.due).toEqual(one().clock.due);
  });

  test.each([
    ['an open case into a waiting one runs', one(), waiting(other()), 'open'],
    ['a waiting case into an open one runs', waiting(one()), other(), 'open'],
    ['two that wait go on waiting', waiting(one()), waiting(other()), 'waiting'],
    ['a solved case changes nothing', solved(one()), other(), 'open'],
    ['two that are solved stay so', solved(one()), solved(other()), 'solved'],
  ] as const)('%s', (_, from, into, status) => {
    const result = merged(from, into).into;
    expect(result.status).toBe(status);
    expect(result.clock.due === null).toBe(status !== 'open');
    expect(result.resumeAt === null).toBe(status !== 'waiting');
  });

  test('carries the earlier deadline and the high stakes over', () => {
    const from = {
      ...one(),
      highStakes: true,
      deadline: { at: after(9), warnAt: after(7), missedAt: null },
    };
    const { into } = merged(from, other());
    expect(into).toMatchObject({ highStakes: true, deadline: { at: after(9), warnAt: after(7) } });
    expect(into.clock.warnAt).toEqual(after(7));
  });

  test.each([
    ['into itself', one(), one()],
    ['what is merged already', merged(one(), other()).from, other()],
    ['into what is merged itself', other(), merged(one(), other()).from],
    ['into what is closed', one(), { ...other(), status: 'closed' as const }],
    ['what is set aside', { ...one(), status: 'set_aside' as const }, other()],
    ['an open case into a solved one', one(), solved(other())],
  ])('is refused %s', (_, from, into) => {
    expect(merge(from, into, ruleOf, after(6))).toMatchObject({ refused: 'wrong_status' });
  });
});

describe('taking a merge back', () => {
  function restored(before: CaseState, now: Date) {
    const { from, fact } = merged(before, other());
    return act(from, unmerge(from, fact, 'tom', usualRule, now), now);
  }

  test('gives the clock what it had left', () => {
    const back = restored(one(), after(100));
    expect(back).toMatchObject({ status: 'open', ownerId: 'tom', mergedInto: null, level: 1 });
    // Six of twenty hours had counted; the time as a part of the other case does not.
    expect(back.clock.due).toEqual(after(114));
    const kinds = explainClock(back.clock, usualRule, back.status, after(100)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['running', 'merged', 'running']);
  });

  test('gives at least four hours', () => {
    const from = { ...one(), clock: { ...one().clock, due: after(7) } };
    expect(restored(from, after(50)).clock.due).toEqual(after(54));
  });

  test.each([
    ['waits on', waiting(one()), { status: 'waiting' }],
    ['is solved as before', solved(one()), { status: 'solved', solutionId: 'solution' }],
  ])('what had been so %s, for four hours at least', (_, before, state) => {
    const back = restored(before, after(500));
    expect(back).toMatchObject(state);
    expect(back.resumeAt ?? back.closeAt).toEqual(after(504));
    expect(restored(before, after(10))).toMatchObject({
      resumeAt: before.resumeAt,
      closeAt: before.closeAt,
      remindAt: before.remindAt,
    });
  });

  test('is refused where nothing was merged', () => {
    const { fact } = merged(one(), other());
    expect(unmerge(one(), fact, 'tom', usualRule, opening)).toMatchObject({
      refused: 'wrong_status',
    });
  });
});
