import type { Pyramid, TeamInPyramid } from '@baton/contract';
import { expect, it } from 'vitest';
import { foldsTeams, pressedTeams } from './pressed.ts';

const team = (name: string, numbers: Partial<TeamInPyramid>, hands = 0) =>
  ({
    name,
    open: 0,
    dueSoon: 0,
    room: 10,
    hands: Array.from({ length: hands }, () => ({})),
    ...numbers,
  }) as TeamInPyramid;
const pyramid = (...teams: TeamInPyramid[]) => ({ levels: [{ teams }] }) as Pyramid;
const named = (...teams: TeamInPyramid[]) =>
  pressedTeams(pyramid(...teams)).map(({ name }) => name);

it('names the teams where most goes up soon, then those without room that hold most', () => {
  expect(
    named(
      team('calm', { open: 500 }),
      team('full', { open: 40, room: 0 }),
      team('fuller', { open: 90, room: 0 }),
      team('late', { open: 3, dueSoon: 2 }),
      team('empty', { room: 0 }),
    ),
  ).toEqual(['late', 'fuller', 'full']);
});

it('names no more than one takes in', () => {
  const many = Array.from({ length: 9 }, (_, place) =>
    team(`team ${place}`, { dueSoon: place + 1 }),
  );
  expect(named(...many)).toEqual(['team 8', 'team 7', 'team 6', 'team 5', 'team 4']);
});

it('folds the teams of a large company', () => {
  expect(foldsTeams(pyramid(team('one', {}, 60)))).toBe(false);
  expect(foldsTeams(pyramid(team('one', {}, 60), team('other', {}, 1)))).toBe(true);
});
