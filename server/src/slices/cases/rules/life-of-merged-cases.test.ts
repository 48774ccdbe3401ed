import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { changeOf } from '../change.ts';
import { always } from '../../../kernel/working-time.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { openedCase, opening, tom, usualRule } from '../testing.ts';
import { replay } from './apply.ts';
import { passUp } from './hand-over.ts';
import { merge, release, unmerge } from './merge.ts';
import { reopen, solve } from './solve.ts';
import { reply } from './speak.ts';
import { type CaseState, isHeld } from './state.ts';
import { takeBy } from './take.ts';
import { timePasses } from './time-passes.ts';
import { resume, wait } from './wait.ts';

const rule = usualRule;
const top = 3;
const ending = { confirmWithinMs: 7 * 24 * hourMs, remindAfterMs: 3 * 24 * hourMs };

const above = ({ level }: CaseState, now: Date) =>
  level === top
    ? null
    : {
        agent: `agent-${level + 1}`,
        team: `team-${level + 1}`,
        level: level + 1,
        full: false,
        takeBy: takeBy(now, always),
        rule,
      };
const why = { reason: 'not_in_time', summary: null };

const acts: Record<string, (state: CaseState, now: Date) => Decision<CaseFact>> = {
  reply: (state) => reply(state, 'm', true),
  wait: (state, now) => wait(state, null, rule, now),
  resume: (state, now) => resume(state, rule, now),
  passUp: (state, now) => passUp(state, rule, above(state, now), why, now),
  solve: (state, now) => solve(state, 'solution', true, ending, rule, now),
  reopen: (state, now) => reopen(state, 'tom', rule, now),
  time: (state, now) => {
    const around = { lead: 'lea', rule, above: above(state, now), answerable: 'head', next: rule };
    return timePasses(state, around, now);
  },
};

type Life = { state: CaseState; first: CaseState; events: CaseEvent[] };

function happen(life: Life, facts: CaseFact[], now: Date): void {
  const change = changeOf(life.state, life.state.id, facts, { actor: tom, now });
  life.state = change.after;
  life.events.push(...change.events);
}

/** Invariants 1 and 2, and that a clock stands exactly while its case is not open. */
function assertInvariants(state: CaseState): void {
  expect(state.ownerId !== null).toBe(state.status !== 'merged');
  expect(state.mergedInto !== null).toBe(state.status === 'merged');
  expect(state.clock.due !== null).toBe(state.status === 'open');
  expect(state.resumeAt !== null).toBe(state.status === 'waiting');
  expect(state.closeAt !== null).toBe(state.status === 'solved');
  if (state.remindAt) expect(state.status).toBe('solved');
  expect(state.clock.pausedAt === null).toBe(state.status === 'open');
  expect(state.clock.remainingMs === null).toBe(state.status === 'open');
  if (state.clock.warnAt) expect(state.status).toBe('open');
  if (state.untakenAt) expect(isHeld(state)).toBe(true);
}

function mergeTwo(from: Life, into: Life, now: Date): void {
  const before = { from: from.state, into: into.state };
  const decided = merge(from.state, into.state, () => rule, now);
  if (isRefusal(decided)) return;
  happen(from, decided.from, now);
  happen(into, decided.into, now);
  if (before.from.status === 'solved') return;
  expect(into.state.level).toBe(Math.max(before.from.level, before.into.level));
  // Nobody is made to wait longer than the two cases at that height would have made them.
  const dues = Object.values(before)
    .filter(({ level, clock }) => level === into.state.level && clock.due)
    .map(({ clock }) => clock.due!.getTime());
  if (dues.length > 0) {
    expect(into.state.clock.due!.getTime()).toBeLessThanOrEqual(Math.min(...dues));
  }
}

function takeBack(life: Life, all: Life[], now: Date): void {
  const was = life.events.findLast(({ fact }) => fact.kind === 'merged')?.fact;
  if (was?.kind !== 'merged') return;
  const into = all.find(({ state }) => state.id === life.state.mergedInto);
  const decided = unmerge(life.state, was, 'tom', rule, now);
  if (isRefusal(decided)) return;
  happen(life, decided, now);
  const survivor = into!.state;
  happen(into!, release(life.state.id), now);
  expect({ ...into!.state, version: 0 }).toEqual({ ...survivor, version: 0 });
  expect(life.state.status).toBe(was.was);
  const until = life.state.clock.due ?? life.state.resumeAt ?? life.state.closeAt!;
  expect(until.getTime() - now.getTime()).toBeGreaterThanOrEqual(4 * hourMs);
}

it('keeps every invariant however cases are merged and taken apart while they live on', () => {
  const step = fc.record({
    act: fc.constantFrom(...Object.keys(acts), 'merge', 'merge', 'unmerge', 'unmerge'),
    one: fc.nat(2),
    other: fc.nat(2),
    passesMs: fc.integer({ min: 0, max: 20 * hourMs }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 50 }), (steps) => {
      const lives: Life[] = ['a', 'b', 'c'].map((id) => {
        const state = { ...openedCase(), id };
        return { state, first: state, events: [] };
      });
      let now = opening;
      for (const { act, one, other, passesMs } of steps) {
        now = new Date(now.getTime() + passesMs);
        const life = lives[one]!;
        const decide = acts[act];
        if (decide) {
          const decided = decide(life.state, now);
          if (!isRefusal(decided)) happen(life, decided, now);
        } else if (act === 'merge') mergeTwo(life, lives[other]!, now);
        else takeBack(life, lives, now);
        for (const { state } of lives) assertInvariants(state);
      }
      for (const { state, first, events } of lives) {
        if (events.length > 0) expect(replay(first, events)).toEqual(state);
        // Whoever follows a merged case comes to one that somebody holds, or that was ended.
        let end = state;
        for (let hops = 0; end.mergedInto && hops < 3; hops++) {
          end = lives.find((one) => one.state.id === end.mergedInto)!.state;
        }
        expect(end.status).not.toBe('merged');
      }
    }),
    { numRuns: 500 },
  );
});
