import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { hourMs } from '../../../kernel/duration.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { after, openedCase, opening, tom, usualRule } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import { confirm, deny, itWasThanks } from './ending.ts';
import { handAcross } from './hand-over.ts';
import { receive } from './receive.ts';
import { reopen, solve } from './solve.ts';
import { note, reply } from './speak.ts';
import type { CaseState } from './state.ts';
import { timePasses } from './time-passes.ts';

const dayHours = 24;
const ending = { confirmWithinMs: 7 * dayHours * hourMs, remindAfterMs: 3 * dayHours * hourMs };
const around = {
  lead: 'lea',
  rule: usualRule,
  above: null,
  answerable: 'head',
  next: usualRule,
};
const maria: Actor = { kind: 'customer', id: 'maria' };

function then(state: CaseState, decision: Decision<CaseFact>, at: Date, actor: Actor = tom) {
  if (isRefusal(decision)) throw new Error(decision.detail);
  return changeOf(state, state.id, decision, { actor, now: at }).after;
}
const message = (id = 'm', automatic = false) => ({ id, automatic });
const opened = openedCase();
const solved = then(opened, solve(opened, 'solution', true, ending, usualRule, after(2)), after(2));
/** A message of Maria's arrives at a solved or closed case. */
const writes = (state: CaseState, hours: number, automatic = false) =>
  then(
    state,
    receive(state, message('thanks', automatic), 'tom', usualRule, after(hours)),
    after(hours),
    maria,
  );

describe('a solution', () => {
  it('is asked about once more after three days, once', () => {
    expect(solved.remindAt).toEqual(after(2 + 72));
    expect(timePasses(solved, around, after(73.9))).toEqual([]);
    const facts = timePasses(solved, around, after(74));
    expect(facts).toEqual([{ kind: 'reminded' }]);
    const reminded = then(solved, facts, after(74));
    expect(reminded).toMatchObject({ status: 'solved', remindAt: null, closeAt: solved.closeAt });
    expect(timePasses(reminded, around, after(169.9))).toEqual([]);
  });

  it('is not asked about where the case closes before, nor at the instant at which it closes', () => {
    const short = { confirmWithinMs: hourMs, remindAfterMs: hourMs };
    const brief = then(
      opened,
      solve(opened, 'solution', true, short, usualRule, after(2)),
      after(2),
    );
    expect(brief.remindAt).toBeNull();
    expect(timePasses(solved, around, after(400))).toEqual([{ kind: 'closed', confirmed: false }]);
  });

  it('is confirmed by the customer, once', () => {
    const confirmed = then(solved, confirm(solved), after(5), maria);
    expect(confirmed).toMatchObject({ status: 'closed', confirmed: true, remindAt: null });
    expect(confirm(confirmed)).toEqual([]);
    expect(confirm(opened)).toMatchObject({ refused: 'wrong_status' });
  });

  it('that does not hold opens the case again, until 30 days after it was closed', () => {
    const denied = then(solved, deny(solved, 'tom', usualRule, after(5)), after(5), maria);
    expect(denied).toMatchObject({ status: 'open', ownerId: 'tom', reopening: null });
    expect(deny(denied, null, usualRule, after(6))).toEqual([]);
    const closed = then(solved, confirm(solved), after(5), maria);
    const late = (days: number) => deny(closed, 'tom', usualRule, after(5 + days * dayHours));
    expect(late(29.9)).toMatchObject([{ kind: 'reopened', by: 'customer' }]);
    expect(late(30)).toMatchObject({ refused: 'wrong_status' });
  });

  it('is not touched by a machine that answers', () => {
    const same = writes(solved, 10, true);
    expect({ ...same, version: 0, lastMessageAt: 0 }).toEqual({
      ...solved,
      version: 0,
      lastMessageAt: 0,
    });
  });
});

describe('it was thanks', () => {
  it('restores the solution with what was left of the time until it closes', () => {
    const again = writes(solved, 50);
    const thanked = then(again, itWasThanks(again, usualRule, after(53)), after(53));
    expect(thanked).toMatchObject({
      status: 'solved',
      solvedAt: solved.solvedAt,
      solvedBy: solved.solvedBy,
      solutionId: 'solution',
      closeAt: after(2 + 7 * dayHours + 3),
      remindAt: after(2 + 72 + 3),
      reopening: null,
    });
    expect(itWasThanks(again, usualRule, after(53))).toMatchObject([
      { message: 'thanks', reopening: 5 },
    ]);
  });

  it('closes again what was closed, as it was closed', () => {
    const closed = then(solved, confirm(solved), after(5), maria);
    const again = writes(closed, 6);
    expect(then(again, itWasThanks(again, usualRule, after(7)), after(7))).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
  });

  it('reminds nobody twice', () => {
    const reminded = then(solved, timePasses(solved, around, after(74)), after(74));
    const again = writes(reminded, 75);
    expect(then(again, itWasThanks(again, usualRule, after(76)), after(76)).remindAt).toBeNull();
  });

  const hands = { agent: 'eva', team: 'front', level: 1, full: false, takeBy: after(60) };
  const acts: [string, (state: CaseState) => Decision<CaseFact>][] = [
    ['replied', (state) => reply(state, 'r', true)],
    ['noted something', () => note('n')],
    ['handed it across', (state) => handAcross(state, hands, { reason: 'absence', summary: null })],
    ['solved it anew', (state) => solve(state, 's', true, ending, usualRule, after(51))],
  ];
  it.each(acts)('is too late once the owner has %s', (_, act) => {
    const again = writes(solved, 50);
    const acted = then(again, act(again), after(51));
    expect(itWasThanks(acted, usualRule, after(52))).toMatchObject({ refused: 'wrong_status' });
  });

  it('is still possible when the customer writes twice, or Baton or a colleague acts', () => {
    let again = writes(writes(solved, 50), 51);
    again = then(again, note('n'), after(52), { kind: 'agent', id: 'eva', role: 'agent' });
    again = then(again, timePasses(again, around, after(62)), after(62), {
      kind: 'baton',
      id: null,
    });
    expect(again.reopening?.message).toBe('thanks');
  });

  it('is no answer to a reopening by an agent, or by the page on which one says that it is not', () => {
    const byAgent = then(solved, reopen(solved, 'tom', usualRule, after(5)), after(5));
    const byPage = then(solved, deny(solved, 'tom', usualRule, after(5)), after(5), maria);
    const no = { ...message('no'), denies: true };
    const inWords = then(solved, receive(solved, no, 'tom', usualRule, after(5)), after(5), maria);
    expect(inWords).toMatchObject({ status: 'open', ownerId: 'tom' });
    for (const state of [opened, solved, byAgent, byPage, inWords]) {
      expect(itWasThanks(state, usualRule, after(6))).toMatchObject({ refused: 'wrong_status' });
    }
  });
});

it('leaves no more and no less time to confirm, however often the customer says thanks', () => {
  const thanks = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 * hourMs }), fc.integer({ min: 0, max: 3 * hourMs })),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(thanks, (rounds) => {
      let state = solved;
      let now = after(2);
      let stoodSolvedMs = 0;
      for (const [untilMs, openMs] of rounds) {
        if (stoodSolvedMs + untilMs >= ending.confirmWithinMs) break;
        now = new Date(now.getTime() + untilMs);
        stoodSolvedMs += untilMs;
        state = then(state, receive(state, message(), 'tom', usualRule, now), now, maria);
        now = new Date(now.getTime() + openMs);
        state = then(state, itWasThanks(state, usualRule, now), now);
        expect(state.closeAt!.getTime() - now.getTime()).toBe(
          ending.confirmWithinMs - stoodSolvedMs,
        );
        expect(state.clock.pausedAt).toEqual(now);
        expect(state.openedAt).toEqual(opening);
      }
    }),
  );
});
