import type { Agent, Team, Topic } from '@baton/contract';

/** The pyramid as it stands, as far as moving within it goes. */
export type Standing = { teams: Team[]; agents: Agent[]; topics: Topic[]; defaultTeam: string };

/** What is moved: a team, or an agent out of a team (`from` null: who is in none). */
export type Carried =
  | { kind: 'team'; id: string }
  | { kind: 'agent'; id: string; from: string | null };

/** Where it goes: the id of a team (an agent joins it, a team passes up to it), the top, or no team. */
export type Target = string;
export const top: Target = 'top';
export const noTeam: Target = 'none';

/** What is asked of the server. */
export type Change =
  | { kind: 'team'; level?: number; above: string | null }
  | { kind: 'agent'; teams: { team: string; capacity: number }[] };

type Values = Record<string, string | number>;
type Said<Key> = { key: Key; values: Values };

/** What happens. */
type Act = Said<'moves' | 'joins' | 'leaves' | 'passesUp' | 'changesLevel' | 'toTheTop'>;
/** What else one should know of it. */
type Besides = 'most' | 'keepsCases' | 'staysLead' | 'nobodyLeft';
/** Why something cannot go somewhere. */
type Why = Said<
  'gone' | 'same' | 'already' | 'lowest' | 'circle' | 'default' | 'only' | 'below' | 'topics'
>;

export type Outcome = { refused: Why } | { act: Act; besides: Besides[]; change: Change };

/** What a new member can hold to begin with: the server's own default. */
const usualCapacity = 20;

/**
 * What becomes of it when something is put down somewhere: what is asked of the server and what that
 * means, or why it cannot be. Whether cases stand with a team is known to the server alone.
 */
export function outcomeOf(carried: Carried, target: Target, standing: Standing): Outcome {
  return carried.kind === 'team'
    ? ofTeam(carried.id, target, standing)
    : ofAgent(carried, target, standing);
}

/** Where something can be put down at all; `outcomeOf` says of each what would come of it. */
export function targetsOf(carried: Carried, { teams }: Standing): Target[] {
  if (carried.kind === 'agent') {
    return [...teams.map(idOf), ...(carried.from === null ? [] : [noTeam])];
  }
  return [top, ...teams.filter(({ id, level }) => level > 1 && id !== carried.id).map(idOf)];
}

const idOf = ({ id }: { id: string }) => id;
const namesOf = (all: { name: string }[]) => all.map(({ name }) => name).join(', ');

function ofAgent(
  { id, from }: Extract<Carried, { kind: 'agent' }>,
  target: Target,
  { teams, agents }: Standing,
): Outcome {
  const agent = agents.find((one) => one.id === id);
  const left = from === null ? null : teams.find((one) => one.id === from);
  const to = target === noTeam ? null : teams.find((one) => one.id === target);
  if (!agent || left === undefined || to === undefined) return refuse('gone', {});
  const { name } = agent;
  if (target === (from ?? noTeam)) return refuse('same', { name });
  if (to && agent.teams.some(({ team }) => team.id === to.id)) {
    return refuse('already', { name, team: to.name });
  }
  const kept = agent.teams.map(({ team, capacity }) => ({ team: team.id, capacity }));
  const capacity = kept.find(({ team }) => team === from)?.capacity ?? usualCapacity;
  const others = kept.filter(({ team }) => team !== from);
  const values = { name, from: left?.name ?? '', to: to?.name ?? '', most: capacity };
  return {
    act: { key: left && to ? 'moves' : to ? 'joins' : 'leaves', values },
    besides: [...(to ? (['most'] as const) : []), ...(left ? staying(left, id) : [])],
    change: { kind: 'agent', teams: to ? [...others, { team: to.id, capacity }] : others },
  };
}

/** What stays behind in the team that somebody leaves. */
function staying(left: Team, id: string): Besides[] {
  const keys: Besides[] = ['keepsCases'];
  if (left.lead.id === id) keys.push('staysLead');
  if (left.members.length === 1) keys.push('nobodyLeft');
  return keys;
}

function ofTeam(id: string, target: Target, standing: Standing): Outcome {
  const { teams } = standing;
  const team = teams.find((one) => one.id === id);
  const above = target === top ? null : teams.find((one) => one.id === target);
  if (!team || above === undefined) return refuse('gone', {});
  const highest = Math.max(...teams.map(({ level }) => level));
  const level = above ? above.level - 1 : highest;
  const { name } = team;
  if (above ? team.above?.id === above.id : team.level === highest) return refuse('same', { name });
  if (above && isWithin(above, id, teams)) return refuse('circle', { name, team: above.name });
  if (level < 1) return refuse('lowest', { name, team: above?.name ?? '' });
  if (level === team.level) {
    const values = { name, to: above?.name ?? '', level };
    return {
      act: { key: 'passesUp', values },
      besides: [],
      change: { kind: 'team', above: above?.id ?? null },
    };
  }
  const why = keptAtItsLevel(team, standing);
  if (why) return { refused: why };
  const values = { name, from: team.level, level, to: above?.name ?? '' };
  return {
    act: { key: above ? 'changesLevel' : 'toTheTop', values },
    besides: [],
    change: { kind: 'team', level, above: above?.id ?? null },
  };
}

/** Why a team cannot leave its level; the server's rule, said in the reader's language (ADR 0088). */
function keptAtItsLevel(team: Team, { teams, topics, defaultTeam }: Standing): Why | null {
  const { name, level } = team;
  if (team.id === defaultTeam) return { key: 'default', values: { name } };
  if (teams.filter((one) => one.level === level).length === 1) {
    return { key: 'only', values: { name, level } };
  }
  const below = teams.filter((one) => one.above?.id === team.id);
  if (below.length > 0) return { key: 'below', values: { name, teams: namesOf(below) } };
  const begin = topics.filter((topic) => topic.team?.id === team.id);
  return begin.length > 0 ? { key: 'topics', values: { name, topics: namesOf(begin) } } : null;
}

/** Whether a team is `id`, or passes up to it in the end. */
function isWithin(team: Team, id: string, teams: Team[]): boolean {
  for (let one: Team | undefined = team; one; one = teams.find((up) => up.id === one?.above?.id)) {
    if (one.id === id) return true;
  }
  return false;
}

function refuse(key: Why['key'], values: Values): Outcome {
  return { refused: { key, values } };
}
