import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { brokenBy } from './invariants.ts';
import { usualOptions } from './options.ts';
import { printed, reportOf } from './report.ts';
import { simulate } from './simulate.ts';
import { openedCase } from '../testing.ts';
import { houseFrom } from '../rules/house.ts';
import { foundCompany } from './company.ts';
import { Random } from './random.ts';

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
  const state = { ...openedCase(), teamId: parts.defaultTeamId };
  const found = (changed: Partial<typeof state>, active = true) =>
    brokenBy(null, { ...state, ...changed }, [], [], house, () => active);

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
