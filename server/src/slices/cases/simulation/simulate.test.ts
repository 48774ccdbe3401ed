import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { brokenBy } from './invariants.ts';
import { usualOptions } from './options.ts';
import { printed, reportOf } from './report.ts';
import { simulate } from './simulate.ts';
import { factsToEvents } from '../rules/facts-to-events.ts';
import { open } from '../rules/open.ts';
import type { CaseState } from '../rules/state.ts';
import { opening, tom } from '../testing.ts';
import { houseFrom } from '../rules/house.ts';
import { foundCompany } from './company.ts';
import { Random } from './random.ts';
import { hourMs } from '../../../kernel/duration.ts';

const small = { ...usualOptions, days: 60, agents: 10, arrivals: 12, crashes: 40, absences: 12 };
const run = (options: typeof small) => printed(reportOf(options, simulate(options)));

describe('a company is played', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`for 60 days from seed ${seed} without breaking a promise`, () => {
      const { counts } = simulate({ ...small, seed });
      const happened = ['lapses', 'solved', 'reopened', 'waits', 'handedAcross', 'merged'] as const;
      for (const name of happened) expect([name, counts[name] > 0]).toEqual([name, true]);
    });
  }

  it('with three agents, who are more often absent than not alone', () => {
    expect(
      simulate({ ...small, agents: 3, arrivals: 4, absences: 24 }).counts.cases,
    ).toBeGreaterThan(0);
  });

  it('the same from the same seed, and otherwise from another', () => {
    const short = { ...small, days: 20 };
    expect(run(short)).toBe(run(short));
    expect(run({ ...short, seed: 9 })).not.toBe(run({ ...short, seed: 8 }));
  });
});

it('takes what comes next first, and what comes at once in the order in which it was noted', () => {
  const agenda = new Agenda();
  const random = new Random(7);
  const instants = Array.from({ length: 200 }, () => random.whole(1, 50));
  for (const at of instants) agenda.add(new Date(at), () => undefined);
  const taken = [];
  for (let next = agenda.take(); next; next = agenda.take()) taken.push(next);
  const expected = instants
    .map((at, nth) => ({ at, nth }))
    .toSorted((a, b) => a.at - b.at || a.nth - b.nth);
  expect(taken.map(({ at, nth }) => ({ at, nth }))).toEqual(expected);
});

describe('what does not hold is seen', () => {
  const { parts } = foundCompany(small, new Random(1));
  const house = houseFrom(parts);
  const team = house.team(parts.defaultTeamId);
  const rule = house.ruleAt(team, { urgency: 'normal', highStakes: false });
  const begun = { team: team.id, level: 1, owner: 'tom', urgency: 'normal' as const, full: false };
  const named = { customer: 'maria', brand: 'b', channel: null, topic: null, message: 'm' };
  const facts = open(
    { ...begun, ...named, rule: null, receipt: true },
    { rule, firstReplyMs: house.firstReplyMs, hours: house.hours(team) },
    opening,
  );
  const { events, after } = factsToEvents(null, 'case', facts, { actor: tom, now: opening });
  const found = (changed: Partial<CaseState>, active = true) =>
    brokenBy(null, { ...after, ...changed }, events, events, house, () => active);

  it('and nothing where all holds', () => {
    expect(found({})).toBeNull();
  });
  it('a clock that is not as the log says', () => {
    expect(found({ clock: { ...after.clock, due: opening } })).toMatch(/^3/);
    expect(found({ clock: { ...after.clock, waitedMs: 1 } })).toMatch(/^3/);
  });
  it('a state that its events do not give', () => {
    expect(found({ moves: 1 })).toMatch(/^8/);
  });
  it('an owner who is not active, or none', () => {
    expect(found({}, false)).toMatch(/^1/);
    expect(found({ ownerId: null })).toMatch(/^1/);
  });
  it('another due instant than that of its status', () => {
    expect(found({ resumeAt: new Date(0) })).toMatch(/^2/);
    expect(found({ status: 'waiting' })).toMatch(/^2/);
  });
  it('another level than that of its team', () => {
    expect(found({ level: 2 })).toMatch(/^4/);
  });
});

it('plays shares of topics, and holding times of each level', () => {
  const rare = { ...small, days: 20, topics: [97, 1, 1, 1], holdingHours: [20, 30, 40] };
  const { counts } = simulate(rare);
  expect(counts.cases).toBeGreaterThan(0);
  const { parts } = foundCompany(rare, new Random(1));
  expect(parts.levels.map(({ holdingMs }) => holdingMs / hourMs)).toEqual([20, 30, 40]);
});
