import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../kernel/duration.ts';
import { after, openedCase, opening, tom } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { changeHolding, due, remainingMs, resumeClock, warningAt } from './clock.ts';
import { explainClock } from './explain-clock.ts';
import type { CaseState } from './state.ts';
import { wait, resume } from './wait.ts';
import { timePasses } from './time-passes.ts';

const atLeastMs = 4 * hourMs;
const limitMs = 14 * 24 * hourMs;

function then(state: CaseState, decision: Decision<CaseFact>, now: Date): CaseState {
  return changeOf(state, state.id, decision, { actor: tom, now }).after;
}

describe('the holding clock', () => {
  it('runs out 20:00:00 h after the arrival, nights included', () => {
    expect(due(opening, 20 * hourMs)).toEqual(new Date('2026-03-05T05:14:00.000Z'));
  });

  it('warns the owner at half and three quarters, the lead at nine tenths', () => {
    const end = due(opening, 20 * hourMs);
    const instants = [0, 1, 2, 3].map((given) => warningAt(end, 20 * hourMs, given));
    expect(instants).toEqual([after(10), after(15), after(18), null]);
  });

  it('continues after waiting with what remained', () => {
    const waiting = then(openedCase(), wait(openedCase(), after(40), limitMs, after(5)), after(5));
    expect(waiting.clock).toMatchObject({ due: null, remainingMs: 15 * hourMs });
    const resumed = then(waiting, resume(waiting, atLeastMs, after(30)), after(30));
    expect(resumed.clock.due).toEqual(after(45));
    expect(resumed.clock.waitedMs).toBe(25 * hourMs);
  });

  it('gives at least four hours after a pause, and says so', () => {
    const waiting = then(
      openedCase(),
      wait(openedCase(), after(40), limitMs, after(19)),
      after(19),
    );
    const resumed = then(waiting, resume(waiting, atLeastMs, after(30)), after(30));
    expect(resumed.clock.due).toEqual(after(34));
    const lines = explainClock(resumed.clock, resumed.status, after(31));
    expect(lines.map(({ kind, counted, length }) => [kind, counted, length])).toEqual([
      ['running', true, 'PT19H'],
      ['waiting', false, 'PT11H'],
      ['resumed_at_least', false, 'PT3H'],
      ['running', true, 'PT1H'],
    ]);
  });

  it('moves with a changed holding time, running or paused, never below nothing', () => {
    const running = openedCase().clock;
    expect(changeHolding(running, 10 * hourMs).due).toEqual(after(10));
    const waiting = then(openedCase(), wait(openedCase(), null, limitMs, after(15)), after(15));
    expect(changeHolding(waiting.clock, 30 * hourMs).remainingMs).toBe(15 * hourMs);
    expect(changeHolding(waiting.clock, 10 * hourMs).remainingMs).toBe(0);
  });

  it('has what it had when a mistaken holding time is taken back, paused or resumed meanwhile', () => {
    const change = (state: CaseState, hours: number, now: Date) =>
      then(
        state,
        [
          {
            kind: 'holding_time_changed',
            wasMs: state.clock.holdingMs,
            isMs: hours * hourMs,
            ...changeHolding(state.clock, hours * hourMs),
          },
        ],
        now,
      );
    const waiting = then(openedCase(), wait(openedCase(), null, limitMs, after(10)), after(10));
    const shorter = change(waiting, 1, after(11));
    expect(shorter.clock.remainingMs).toBe(0);
    expect(change(shorter, 20, after(12)).clock.remainingMs).toBe(10 * hourMs);
    const resumed = then(shorter, resume(shorter, atLeastMs, after(20)), after(20));
    expect(resumed.clock.due).toEqual(after(24));
    // One hour, thirteen on top, ten used: four left; nineteen more make twenty-three.
    expect(change(resumed, 20, after(20)).clock.due).toEqual(after(43));
  });

  it('does not warn again after a pause of what it warned before', () => {
    const around = {
      lead: 'lea',
      atLeastMs,
      above: null,
      answerable: 'head',
      holdingMs: 20 * hourMs,
    };
    const warned = then(openedCase(), timePasses(openedCase(), around, after(10)), after(10));
    expect(warned.clock.warned).toBe(1);
    const waiting = then(warned, wait(warned, null, limitMs, after(11)), after(11));
    const resumed = then(waiting, resume(waiting, atLeastMs, after(21)), after(21));
    expect(resumed.clock.warnAt).toEqual(after(25));
  });
});

describe('any clock that is paused and resumed', () => {
  const pauses = fc.array(
    fc.record({
      runMs: fc.integer({ min: minuteMs, max: 3 * hourMs }),
      pauseMs: fc.integer({ min: 1000, max: 20 * hourMs }),
    }),
    { maxLength: 6 },
  );

  it('explains itself: what counted, what was added and what remains make the holding time', () => {
    fc.assert(
      fc.property(pauses, (stretches) => {
        let state = openedCase();
        let now = opening;
        for (const { runMs, pauseMs } of stretches) {
          now = new Date(now.getTime() + runMs);
          state = then(state, wait(state, null, Number.MAX_SAFE_INTEGER / 2, now), now);
          now = new Date(now.getTime() + pauseMs);
          state = then(state, resume(state, atLeastMs, now), now);
        }
        let countedMs = 0;
        let addedMs = 0;
        let since = state.clock.startedAt.getTime();
        for (const entry of state.clock.entries) {
          if ('at' in entry) addedMs += entry.ms;
          else {
            countedMs += entry.from.getTime() - since;
            since = entry.to.getTime();
          }
        }
        countedMs += now.getTime() - since;
        const left = remainingMs(state.clock, now);
        expect(countedMs + left).toBe(state.clock.holdingMs + addedMs);
        expect(left).toBeGreaterThanOrEqual(stretches.length > 0 ? atLeastMs : 0);
      }),
    );
  });

  it('never gives less than the minimum and never takes anything away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * hourMs }), (heldMs) => {
        const { clock } = openedCase();
        const paused = {
          ...clock,
          due: null,
          pausedAt: opening,
          remainingMs: Math.max(0, clock.holdingMs - heldMs),
        };
        const resumed = resumeClock(paused, after(100), atLeastMs);
        const given = resumed.due.getTime() - after(100).getTime();
        expect(given).toBe(Math.max(atLeastMs, paused.remainingMs));
      }),
    );
  });
});
