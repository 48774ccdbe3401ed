import type { Pyramid, TeamInPyramid } from '@baton/contract';

/** More hands than these are not taken in at a glance: teams are a line each then. */
const mostHands = 60;

/** So many teams are named as those where it is piling up. */
const mostPressed = 5;

/** Whether the teams are shown as a line each, whose hands one opens. */
export function foldsTeams({ levels }: Pyramid): boolean {
  const teams = levels.flatMap((level) => level.teams);
  return teams.reduce((sum, team) => sum + team.hands.length, 0) > mostHands;
}

/** Where cases go up soon or nobody has room, the most pressing first. */
export function pressedTeams({ levels }: Pyramid): TeamInPyramid[] {
  return levels
    .flatMap((level) => level.teams)
    .filter(({ dueSoon, room, open }) => dueSoon > 0 || (room === 0 && open > 0))
    .toSorted((one, other) => other.dueSoon - one.dueSoon || other.open - one.open)
    .slice(0, mostPressed);
}
