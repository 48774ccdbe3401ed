import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hourMs } from '../../../kernel/duration.ts';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { openedCase, opening, tom } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { changeHolding } from './clock.ts';
import { confirm, deny, itWasThanks } from './ending.ts';
import { handAcross, handDown, passUp } from './hand-over.ts';
import { receive } from './receive.ts';
import { replay } from './apply.ts';
import { putBack, setAside } from './set-aside.ts';
import { reopen, solve } from './solve.ts';
import { reply } from './speak.ts';
import { type CaseState, isHeld } from './state.ts';
import { take, takeBy } from './take.ts';
import { timePasses } from './time-passes.ts';
import { resume, wait } from './wait.ts';

const atLeastMs = 4 * hourMs;
const limitMs = 14 * 24 * hourMs;
const top = 3;
const ending = { confirmWithinMs: 7 * 24 * hourMs, remindAfterMs: 3 * 24 * hourMs };

type Step = (state: CaseState, now: Date) => Decision<CaseFact>;

const above = (state: CaseState, now: Date) =>
  state.level === top
    ? null
    : {
        agent: `agent-${state.level + 1}`,
        team: `team-${state.level + 1}`,
        level: state.level + 1,
        full: false,
        takeBy: takeBy(now),
        holdingMs: 20 * hourMs,
      };
const why = { reason: 'not_in_time', summary: null };

const steps: Record<string, Step> = {
  reply: (state) => reply(state, 'm', true),
  wait: (state, now) => wait(state, null, limitMs, now),
  resume: (state, now) => resume(state, atLeastMs, now),
  passUp: (state, now) => passUp(state, above(state, now), why, now),
  across: (state, now) =>
    handAcross(
      state,
      {
        agent: state.ownerId === 'eva' ? 'tom' : 'eva',
        team: state.teamId,
        level: state.level,
        full: false,
        takeBy: takeBy(now),
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
        takeBy: takeBy(now),
        holdingMs: state.clock.holdingMs - hourMs,
      },
      why,
    ),
  taken: (state) => take(state, { kind: 'agent', id: state.ownerId ?? '', role: 'agent' }),
  solve: (state, now) => solve(state, 'solution', true, ending, now),
  confirm: (state) => confirm(state),
  deny: (state, now) => deny(state, 'tom', atLeastMs, now),
  thanks: (state, now) => itWasThanks(state, now),
  reopen: (state, now) => reopen(state, 'tom', atLeastMs, now),
  setAside: (state, now) => setAside(state, 'spam', now),
  putBack: (state, now) => putBack(state, 'tom', atLeastMs, now),
  person: (state, now) => receive(state, { id: 'm', automatic: false }, 'tom', atLeastMs, now),
  machine: (state, now) => receive(state, { id: 'm', automatic: true }, null, atLeastMs, now),
  time: (state, now) =>
    timePasses(
      state,
      {
        lead: 'lea',
        atLeastMs,
        above: above(state, now),
        answerable: 'head',
        holdingMs: 20 * hourMs,
      },
      now,
    ),
  settings: (state) =>
    state.status === 'closed'
      ? []
      : [
          {
            kind: 'holding_time_changed',
            wasMs: state.clock.holdingMs,
            isMs: 18 * hourMs,
            ...changeHolding(state.clock, 18 * hourMs),
          },
        ],
};

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
      for (const [name, passesMs] of acts) {
        now = new Date(now.getTime() + passesMs);
        const levelBefore = state.level;
        const decision = steps[name]!(state, now);
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
        expect(state.level - levelBefore).toBeLessThanOrEqual(1);
        if (name === 'time') expect(steps.time!(state, now)).toEqual([]);
      }
      if (events.length > 0) expect(replay(first, events)).toEqual(state);
    }),
    { numRuns: 500 },
  );
});
