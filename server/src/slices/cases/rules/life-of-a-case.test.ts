import fc from 'fast-check';
import { always } from '../../../kernel/working-time.ts';
import { expect, it } from 'vitest';
import { baton } from '../../../kernel/actor.ts';
import { plus } from '../../../kernel/instant.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { openedCase, opening, tom, usualRule } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { align, hasClock } from './align.ts';
import type { ClockRule } from './clock-rule.ts';
import { confirm, deny, itWasThanks } from './ending.ts';
import { handAcross, handDown, passUp } from './hand-over.ts';
import { correct } from './correct.ts';
import { setDeadline } from './set-deadline.ts';
import { receive } from './receive.ts';
import { replay } from './apply.ts';
import { putBack, setAside } from './set-aside.ts';
import { reopen, solve } from './solve.ts';
import { reply } from './speak.ts';
import { type CaseState, isHeld } from './state.ts';
import { take, takeBy } from './take.ts';
import { timePasses } from './time-passes.ts';
import { resume, wait } from './wait.ts';

const limitMs = usualRule.waitingLimitMs;
const top = 3;
const ending = { confirmWithinMs: 7 * 24 * hourMs, remindAfterMs: 3 * 24 * hourMs };

type Step = (state: CaseState, now: Date, rule: ClockRule) => Decision<CaseFact>;

/** Settings that change under way: longer, shorter, by working hours, from the opening on. */
const settings: ClockRule[] = [
  usualRule,
  { ...usualRule, holdingMs: 18 * hourMs },
  { ...usualRule, from: 'opened', holdingMs: 30 * hourMs },
  {
    ...usualRule,
    time: {
      zone: 'Europe/Bucharest',
      weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
      closed: ['2026-03-09', '2026-03-20'],
    },
  },
  { ...usualRule, time: { zone: 'Asia/Kathmandu', weekly: [], closed: ['2026-03-06'] } },
];

const above = (state: CaseState, now: Date, rule: ClockRule) =>
  state.level === top
    ? null
    : {
        agent: `agent-${state.level + 1}`,
        team: `team-${state.level + 1}`,
        level: state.level + 1,
        full: false,
        takeBy: takeBy(now, always),
        rule,
      };
const why = { reason: 'not_in_time', summary: null };

const steps: Record<string, Step> = {
  reply: (state) => reply(state, 'm', true),
  wait: (state, now, rule) => wait(state, null, rule, now),
  resume: (state, now, rule) => resume(state, rule, now),
  passUp: (state, now, rule) => passUp(state, rule, above(state, now, rule), why, now),
  across: (state, now) =>
    handAcross(
      state,
      {
        agent: state.ownerId === 'eva' ? 'tom' : 'eva',
        team: state.teamId,
        level: state.level,
        full: false,
        takeBy: takeBy(now, always),
      },
      why,
    ),
  down: (state, now) =>
    handDown(
      state,
      {
        agent: 'dora',
        team: 'team-1',
        level: 1,
        full: false,
        takeBy: takeBy(now, always),
      },
      why,
    ),
  taken: (state) => take(state, { kind: 'agent', id: state.ownerId ?? '', role: 'agent' }),
  solve: (state, now, rule) => solve(state, 'solution', true, ending, rule, now),
  confirm: (state) => confirm(state),
  deny: (state, now, rule) => deny(state, 'tom', rule, now),
  thanks: (state, now, rule) => itWasThanks(state, rule, now),
  reopen: (state, now, rule) => reopen(state, 'tom', rule, now),
  setAside: (state, now, rule) => setAside(state, 'spam', rule, now),
  putBack: (state, now, rule) => putBack(state, 'tom', rule, now),
  person: (state, now, rule) => receive(state, { id: 'm', automatic: false }, 'tom', rule, now),
  machine: (state, now, rule) => receive(state, { id: 'm', automatic: true }, null, rule, now),
  time: (state, now, rule) =>
    timePasses(
      state,
      { lead: 'lea', rule, above: above(state, now, rule), answerable: 'head', next: rule },
      now,
    ),
  deadline: (state, now) => setDeadline(state, plus(now, 50 * hourMs), usualRule, now),
  urgency: (state, _, rule) =>
    correct(state, { urgency: state.urgency === 'high' ? 'low' : 'high' }, rule),
  settings: (state, _, rule) => align(state, rule),
};

const opensAgain = new Set(['reopen', 'person', 'deny']);

/** What settings still have to move: nothing once they were brought to the case. */
function alignedBy(state: CaseState, rule: ClockRule): CaseFact[] {
  return hasClock(state) ? align(state, rule) : [];
}

function assertInvariants(state: CaseState): void {
  if (isHeld(state)) expect(state.ownerId).not.toBeNull();
  expect(state.clock.due !== null).toBe(state.status === 'open');
  expect(state.resumeAt !== null).toBe(state.status === 'waiting');
  expect(state.closeAt !== null).toBe(state.status === 'solved');
  if (state.remindAt) expect(state.status).toBe('solved');
  if (state.reopening) expect(state.status).toBe('open');
  expect(state.clock.pausedAt === null).toBe(state.status === 'open');
  expect(state.clock.remainingMs === null).toBe(state.status === 'open');
  expect(state.level).toBeLessThanOrEqual(top);
  expect(state.level).toBeGreaterThanOrEqual(1);
  if (state.untakenAt) expect([isHeld(state), state.takenAt]).toEqual([true, null]);
  expect(state.clock.waitedMs).toBeLessThanOrEqual(limitMs + 3 * 24 * hourMs);
}

it('keeps every invariant whatever happens in whatever order, and its events give its state', () => {
  const life = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.integer({ min: 0, max: 30 * hourMs })),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(life, (acts) => {
      let state = openedCase();
      const first = state;
      const events: CaseEvent[] = [];
      let now = opening;
      let rule = usualRule;
      for (const [name, passesMs] of acts) {
        now = new Date(now.getTime() + passesMs);
        const levelBefore = state.level;
        // Settings change for the case at once here, as the sweep does it soon after.
        if (name === 'settings') rule = settings[(settings.indexOf(rule) + 1) % settings.length]!;
        const decision = steps[name]!(state, now, rule);
        if (isRefusal(decision)) continue;
        const change = changeOf(state, state.id, decision, { actor: tom, now });
        if (name === 'across' || name === 'reply' || name === 'machine' || name === 'taken') {
          expect(change.after.clock).toEqual(state.clock);
        }
        if (name === 'down') {
          expect(change.after.clock.due).toEqual(state.clock.due);
          expect(change.after.clock.remainingMs).toEqual(state.clock.remainingMs);
          expect(change.after.level).toBeLessThan(state.level);
        }
        state = change.after;
        events.push(...change.events);
        assertInvariants(state);
        // A closed case that is opened again runs by the settings of before until the next sweep.
        const swept = changeOf(state, state.id, alignedBy(state, rule), { actor: baton, now });
        if (!opensAgain.has(name)) expect(swept.events).toEqual([]);
        state = swept.after;
        events.push(...swept.events);
        expect(state.level - levelBefore).toBeLessThanOrEqual(1);
        if (name === 'time') expect(steps.time!(state, now, rule)).toEqual([]);
      }
      if (events.length > 0) expect(replay(first, events)).toEqual(state);
    }),
    { numRuns: 500 },
  );
});
