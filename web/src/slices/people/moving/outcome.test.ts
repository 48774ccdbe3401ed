import type { Agent, Team, Topic } from '@baton/contract';
import { expect, test } from 'vitest';
import { type Carried, noTeam, outcomeOf, type Standing, targetsOf, top } from './outcome.ts';

const people = { ana: 'Ana', ben: 'Ben', kim: 'Kim' };
type Person = keyof typeof people;

function team(id: string, level: number, above: string | null, members: Person[] = []): Team {
  const ref = (one: Person) => ({ id: one, name: people[one] });
  return {
    id,
    name: id.toUpperCase(),
    level,
    lead: ref('ana'),
    cover: null,
    above: above ? { id: above, name: above.toUpperCase() } : null,
    members: members.map((one) => ({ agent: ref(one), capacity: 7 })),
    version: 1,
  };
}

const teams = [
  team('board', 3, null, ['kim']),
  team('tech', 2, 'board', ['ana']),
  team('shop', 2, 'board'),
  team('spare', 2, 'board'),
  team('front', 1, 'tech', ['ana', 'ben']),
  team('bills', 1, 'shop'),
  team('night', 1, 'tech'),
];

const agents = Object.entries(people).map(([id, name]) => ({
  id,
  name,
  teams: teams
    .filter(({ members }) => members.some(({ agent }) => agent.id === id))
    .map((one) => ({ team: { id: one.id, name: one.name }, capacity: 7 })),
})) as Agent[];

const standing: Standing = {
  teams,
  agents,
  topics: [{ name: 'Refunds', team: { id: 'bills', name: 'BILLS' } }] as Topic[],
  defaultTeam: 'front',
};

const carriedTeam = (id: string): Carried => ({ kind: 'team', id });
const agent = (id: Person, from: string | null): Carried => ({ kind: 'agent', id, from });
const keysOf = (carried: Carried, target: string) => {
  const outcome = outcomeOf(carried, target, standing);
  return 'refused' in outcome ? outcome.refused.key : [outcome.act.key, ...outcome.besides];
};
const changeOf = (carried: Carried, target: string) => {
  const outcome = outcomeOf(carried, target, standing);
  return 'change' in outcome ? outcome.change : null;
};

test.each<[string, Carried, string, string[]]>([
  ['from one team to another', agent('ben', 'front'), 'bills', ['moves', 'most', 'keepsCases']],
  ['its lead goes', agent('ana', 'front'), 'bills', ['moves', 'most', 'keepsCases', 'staysLead']],
  ['nobody is left', agent('kim', 'board'), 'bills', ['moves', 'most', 'keepsCases', 'nobodyLeft']],
  ['out of a team', agent('ben', 'front'), noTeam, ['leaves', 'keepsCases']],
  ['below another team', carriedTeam('night'), 'shop', ['passesUp']],
  ['to another level', carriedTeam('night'), 'board', ['changesLevel']],
  ['down a level', carriedTeam('spare'), 'tech', ['changesLevel']],
  ['to the top', carriedTeam('spare'), top, ['toTheTop']],
])('what would come of it: %s', (_what, carried, target, keys) => {
  expect(keysOf(carried, target)).toEqual(keys);
});

test.each<[string, Carried, string]>([
  ['same', agent('ben', 'front'), 'front'],
  ['already', agent('ana', 'front'), 'tech'],
  ['same', carriedTeam('night'), 'tech'],
  ['same', carriedTeam('board'), top],
  ['circle', carriedTeam('tech'), 'tech'],
  ['circle', carriedTeam('tech'), 'night'],
  ['lowest', carriedTeam('spare'), 'front'],
  ['default', carriedTeam('front'), 'board'],
  ['below', carriedTeam('shop'), top],
  ['topics', carriedTeam('bills'), 'board'],
])('refused: %s', (key, carried, target) => {
  expect(keysOf(carried, target)).toBe(key);
});

test('what somebody else has taken away meanwhile is not there any more', () => {
  expect(keysOf(agent('ben', 'front'), 'sold')).toBe('gone');
  expect(keysOf(agent('ben', 'sold'), 'front')).toBe('gone');
  expect(keysOf(carriedTeam('sold'), top)).toBe('gone');
});

test('the only team of a level stays there', () => {
  const few = teams.filter(({ id }) => id !== 'shop' && id !== 'spare');
  const outcome = outcomeOf(carriedTeam('tech'), top, { ...standing, teams: few });
  expect(outcome).toMatchObject({ refused: { key: 'only', values: { level: 2 } } });
});

test('the other teams of an agent stay, and the capacity goes along', () => {
  expect(changeOf(agent('ana', 'front'), 'night')).toEqual({
    kind: 'agent',
    teams: [
      { team: 'tech', capacity: 7 },
      { team: 'night', capacity: 7 },
    ],
  });
});

test('a team that stays at its level says only to whom it passes up', () => {
  expect(changeOf(carriedTeam('night'), 'shop')).toEqual({ kind: 'team', above: 'shop' });
  expect(changeOf(carriedTeam('spare'), 'tech')).toEqual({
    kind: 'team',
    level: 1,
    above: 'tech',
  });
});

test('nothing goes below the front line, and agents go anywhere', () => {
  expect(targetsOf(carriedTeam('night'), standing)).toEqual([
    top,
    'board',
    'tech',
    'shop',
    'spare',
  ]);
  expect(targetsOf(agent('kim', null), standing)).toHaveLength(teams.length);
});
