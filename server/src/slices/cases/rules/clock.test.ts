import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../kernel/duration.ts';
import { always, isOpen } from '../../../kernel/working-time.ts';
import { after, openedCase, opening, tom, usualRule } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { align } from './align.ts';
import { due, remainingMs, resumeClock, startClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { explainClock } from './explain-clock.ts';
import type { CaseState } from './state.ts';
import { wait, resume } from './wait.ts';
import { timePasses } from './time-passes.ts';
import { warningAt } from './warnings.ts';

function then(state: CaseState, decision: Decision<CaseFact>, now: Date): CaseState {
  return changeOf(state, state.id, decision, { actor: tom, now }).after;
}

describe('the holding clock', () => {
  it('runs out 20:00:00 h after the arrival, nights included', () => {
    expect(due(opening, 20 * hourMs, always)).toEqual(new Date('2026-03-05T05:14:00.000Z'));
  });

  it('warns the owner at half and three quarters, the lead at nine tenths', () => {
    const running = { since: opening, leftMs: 20 * hourMs, holdingMs: 20 * hourMs };
    const instants = [0, 1, 2, 3].map((given) => warningAt(running, usualRule, given));
    expect(instants).toEqual([after(10), after(15), after(18), null]);
  });

  it('continues after waiting with what remained', () => {
    const waiting = then(
      openedCase(),
      wait(openedCase(), after(40), usualRule, after(5)),
      after(5),
    );
    expect(waiting.clock).toMatchObject({ due: null, remainingMs: 15 * hourMs });
    const resumed = then(waiting, resume(waiting, usualRule, after(30)), after(30));
    expect(resumed.clock.due).toEqual(after(45));
    expect(resumed.clock.waitedMs).toBe(25 * hourMs);
  });

  it('gives at least four hours after a pause, and says so', () => {
    const waiting = then(
      openedCase(),
      wait(openedCase(), after(40), usualRule, after(19)),
      after(19),
    );
    const resumed = then(waiting, resume(waiting, usualRule, after(30)), after(30));
    expect(resumed.clock.due).toEqual(after(34));
    const lines = explainClock(resumed.clock, usualRule, resumed.status, after(31));
    expect(lines.map(({ kind, counted, length }) => [kind, counted, length])).toEqual([
      ['running', true, 'PT19H'],
      ['waiting', false, 'PT11H'],
      ['resumed_at_least', false, 'PT3H'],
      ['running', true, 'PT1H'],
    ]);
  });

  it('moves with a changed holding time, running or paused, never below nothing', () => {
    const by = (hours: number) => ({ ...usualRule, holdingMs: hours * hourMs });
    const shorter = then(openedCase(), align(openedCase(), by(10)), after(1));
    expect(shorter.clock.due).toEqual(after(10));
    const waiting = then(openedCase(), wait(openedCase(), null, usualRule, after(15)), after(15));
    const left = (hours: number) => then(waiting, align(waiting, by(hours)), after(16)).clock;
    expect(left(30).remainingMs).toBe(15 * hourMs);
    expect(left(10).remainingMs).toBe(0);
  });

  it('has what it had when a mistaken holding time is taken back, paused or resumed meanwhile', () => {
    const change = (state: CaseState, hours: number, now: Date) =>
      then(state, align(state, { ...usualRule, holdingMs: hours * hourMs }), now);
    const waiting = then(openedCase(), wait(openedCase(), null, usualRule, after(10)), after(10));
    const shorter = change(waiting, 1, after(11));
    expect(shorter.clock.remainingMs).toBe(0);
    expect(change(shorter, 20, after(12)).clock.remainingMs).toBe(10 * hourMs);
    const resumed = then(shorter, resume(shorter, usualRule, after(20)), after(20));
    expect(resumed.clock.due).toEqual(after(24));
    // One hour, thirteen on top, ten used: four left; nineteen more make twenty-three.
    expect(change(resumed, 20, after(20)).clock.due).toEqual(after(43));
  });

  it('gives the warnings of one instant at once, also when it went to another owner', () => {
    const days = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
      day,
      from: '09:00',
      to: '23:14',
    }));
    const recipients = { owner: always, lead: { ...always, weekly: days } };
    const rule = { ...usualRule, recipients };
    const around = { lead: 'lea', rule, above: null, answerable: 'head', next: rule };
    const opened = openedCase();
    // Brought forward for the owner of before; the lead's is brought forward to the same instant.
    const state = { ...opened, clock: { ...opened.clock, warned: 1, warnAt: after(14) } };
    const warned = then(state, timePasses(state, around, after(14)), after(14));
    expect(warned.clock).toMatchObject({ warned: 3, warnAt: null });
    expect(timePasses(warned, around, after(14))).toEqual([]);
  });

  it('does not warn again after a pause of what it warned before', () => {
    const around = {
      lead: 'lea',
      rule: usualRule,
      above: null,
      answerable: 'head',
      next: usualRule,
    };
    const warned = then(openedCase(), timePasses(openedCase(), around, after(10)), after(10));
    expect(warned.clock.warned).toBe(1);
    const waiting = then(warned, wait(warned, null, usualRule, after(11)), after(11));
    const resumed = then(waiting, resume(waiting, usualRule, after(21)), after(21));
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
          state = then(state, wait(state, null, { ...usualRule, waitingLimitMs: 1e12 }, now), now);
          now = new Date(now.getTime() + pauseMs);
          state = then(state, resume(state, usualRule, now), now);
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
        const left = remainingMs(state.clock, usualRule, now);
        expect(countedMs + left).toBe(state.clock.holdingMs + addedMs);
        expect(left).toBeGreaterThanOrEqual(stretches.length > 0 ? usualRule.atLeastMs : 0);
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
        const resumed = resumeClock({ clock: paused, deadline: null }, usualRule, after(100));
        const given = resumed.due.getTime() - after(100).getTime();
        expect(given).toBe(Math.max(usualRule.atLeastMs, paused.remainingMs));
      }),
    );
  });
});

describe('a clock by a calendar', () => {
  const office = {
    zone: 'Europe/Copenhagen',
    weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
    closed: ['2026-03-06'],
  };
  const byOffice = { ...usualRule, holdingMs: 10 * hourMs, time: office };

  it('counts working hours, and warns at their shares', () => {
    // Wednesday 10:14 in Copenhagen; Friday is closed: 6:46 h on that day, 3:14 h on Thursday.
    const clock = startClock(opening, byOffice);
    expect(clock.due).toEqual(new Date('2026-03-05T11:14:00.000Z'));
    expect(clock.warnAt).toEqual(new Date('2026-03-04T14:14:00.000Z'));
  });

  it('brings a warning forward to the end of the last hours before it', () => {
    const rule = { ...usualRule, recipients: { owner: office, lead: office } };
    // Half of twenty hours is at 20:14 in Copenhagen, when the owner has gone home.
    expect(startClock(opening, rule).warnAt).toEqual(new Date('2026-03-04T16:00:00.000Z'));
    const evening = new Date('2026-03-04T18:00:00.000Z');
    expect(startClock(evening, rule).warnAt).toEqual(new Date('2026-03-05T04:00:00.000Z'));
  });

  it('runs from the opening of the case where the level says so, but for its minimum', () => {
    const rule: ClockRule = { ...usualRule, from: 'opened', holdingMs: 30 * hourMs };
    expect(startClock(after(5), rule, { beforeMs: 5 * hourMs }).due).toEqual(after(30));
    expect(startClock(after(40), rule, { beforeMs: 29 * hourMs })).toMatchObject({
      due: after(44),
      usedMs: 29 * hourMs,
      toppedUpMs: 3 * hourMs,
      warned: 2,
    });
  });

  const rules: ClockRule[] = [
    usualRule,
    byOffice,
    { ...usualRule, holdingMs: 6 * hourMs },
    { ...usualRule, time: { zone: 'Australia/Lord_Howe', weekly: [], closed: ['2026-03-07'] } },
    { ...byOffice, time: { ...office, zone: 'America/New_York', closed: [] }, atLeastMs: hourMs },
  ];
  const anyAct = fc.tuple(
    fc.constantFrom('wait', 'resume', 'settings'),
    fc.integer({ min: 1, max: 900 }),
    fc.nat({ max: rules.length - 1 }),
  );

  it('is due as its log says, whatever was paused, resumed and set anew under way', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        let state = openedCase();
        let now = opening;
        let rule = usualRule;
        const log: CaseFact[] = [];
        const at: Date[] = [];
        for (const [act, minutes, next] of acts) {
          now = new Date(now.getTime() + minutes * minuteMs);
          if (act === 'settings') rule = rules[next]!;
          const facts =
            act === 'wait'
              ? wait(state, null, rule, now)
              : act === 'resume'
                ? resume(state, rule, now)
                : align(state, rule);
          if (!Array.isArray(facts)) continue;
          state = then(state, facts, now);
          log.push(...facts);
          at.push(...facts.map(() => now));
        }
        const expected = state.status === 'open' ? dueByLog(log, at, rule) : null;
        expect(state.clock.due).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

/** Minute by minute from the arrival: what is open and not paused uses up what was given. */
function dueByLog(log: CaseFact[], at: Date[], rule: ClockRule): Date {
  let leftMs = rule.holdingMs;
  const pauses: { from: number; to: number }[] = [];
  for (const [index, fact] of log.entries()) {
    const instant = at[index]!.getTime();
    if (fact.kind === 'waiting_began') pauses.push({ from: instant, to: Infinity });
    if (fact.kind !== 'resumed') continue;
    pauses.at(-1)!.to = instant;
    leftMs += fact.clock.toppedUpMs;
  }
  const running = pauses.at(-1)?.to ?? opening.getTime();
  let minute = opening.getTime();
  for (; leftMs > 0 || minute < running; minute += minuteMs) {
    const isPaused = pauses.some(({ from, to }) => minute >= from && minute < to);
    if (!isPaused && isOpen(rule.time, new Date(minute))) leftMs -= minuteMs;
  }
  return new Date(minute);
}
