import type { Db, Tx } from '../../platform/context.ts';
import { warnedNext } from './rules/clock.ts';
import type { ClockRule, Recipients } from './rules/clock-rule.ts';
import type { Hands } from './rules/hand-over.ts';
import type { CaseState } from './rules/state.ts';
import { calendarsOf, type House, type Team } from './store/house.ts';

/** In whose hours the warnings of a case are given, when `owner` holds it for `team`. */
export type Hours = (team: Team, owner: string | null) => Recipients;

/** Reads the hours of these agents who have some of their own; all others keep their team's. */
export async function hoursOf(
  db: Db | Tx,
  house: House,
  agentIds: readonly (string | null)[],
): Promise<Hours> {
  const ids = agentIds.filter((id) => id !== null);
  const own = house.ownHours && ids.length > 0 ? await calendarsOf(db, ids) : null;
  const hours = (team: Team, agent: string | null) =>
    house.hours(team, agent ? own?.get(agent) : null);
  return (team, owner) => ({ owner: hours(team, owner), lead: hours(team, team.leadId) });
}

/** The rule by which a case's clock runs, with the hours of whoever is warned. */
export async function ruleOf(db: Db | Tx, house: House, state: CaseState): Promise<ClockRule> {
  const team = house.team(state.teamId);
  const hours = await hoursOf(db, house, [state.ownerId, team.leadId]);
  return house.ruleOf(state, hours(team, state.ownerId));
}

/** When somebody is warned next of cases that come into other hands at `now`, by their ids. */
export async function warningsAfter(
  db: Db | Tx,
  house: House,
  moves: { state: CaseState; to: Hands }[],
  now: Date,
): Promise<Map<string, Date | null>> {
  const warned = moves.flatMap(({ to }) => [to.agent, house.team(to.team).leadId]);
  const hours = await hoursOf(db, house, [...new Set(warned)]);
  return new Map(
    moves.map(({ state, to }) => {
      const rule = house.ruleOf(state, hours(house.team(to.team), to.agent));
      return [state.id, warnedNext(state, rule, now)];
    }),
  );
}

/** The rule for a clock that begins when `owner` receives a case for a team. */
export async function ruleAt(
  db: Db | Tx,
  house: House,
  team: Team,
  owner: string,
  pressure: Pick<CaseState, 'urgency' | 'highStakes'>,
): Promise<ClockRule> {
  const hours = await hoursOf(db, house, [owner, team.leadId]);
  return house.ruleAt(team, pressure, hours(team, owner));
}
