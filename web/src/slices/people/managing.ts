import {
  agent,
  level,
  newSignInLink,
  team,
  teamLoad,
  type Language,
  type Role,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';

/** An agent as the form holds one; capacity by the id of the team. */
export type AgentGiven = {
  name: string;
  email: string;
  role: Role;
  language: Language;
  zone: string;
  signature: string;
  teams: Map<string, number>;
};

const agentBody = ({ teams, ...fields }: AgentGiven) => ({
  ...fields,
  teams: [...teams].map(([id, capacity]) => ({ team: id, capacity })),
});

export const createAgent = (key: string, given: AgentGiven) =>
  ask(agent, '/api/agents', { method: 'POST', key, body: agentBody(given) });

export const changeAgent = (id: string, given: AgentGiven) =>
  ask(agent, `/api/agents/${id}`, { method: 'PATCH', body: agentBody(given) });

/** Disabling hands over what the agent holds, before anything else. */
export const setActive = (id: string, active: boolean) =>
  ask(agent, `/api/agents/${id}`, { method: 'PATCH', body: { active } });

/** A one-time link, to be shown; or mailed where mail can leave. */
export const makeSignInLink = (id: string, byMail: boolean) =>
  ask(newSignInLink, `/api/agents/${id}/sign-in-link`, { method: 'POST', body: { byMail } });

/** Ends all sessions of an agent, at once and on all servers. */
export const signOutEverywhere = (id: string) =>
  tell(`/api/agents/${id}/sessions`, { method: 'DELETE' });

/** Takes away what an agent lost; they set up anew when they sign in next. */
export const resetFactors = (id: string) =>
  tell(`/api/agents/${id}/second-factors`, { method: 'DELETE' });

/** A team as the form holds one; capacity by the id of the member. */
export type TeamGiven = {
  name: string;
  lead: string;
  cover: string;
  above: string;
  members: Map<string, number>;
};

const teamBody = ({ members, cover, above, ...fields }: TeamGiven) => ({
  ...fields,
  cover: cover || null,
  above: above || null,
  members: [...members].map(([id, capacity]) => ({ agent: id, capacity })),
});

export const createTeam = (key: string, height: number, given: TeamGiven) =>
  ask(team, '/api/teams', { method: 'POST', key, body: { ...teamBody(given), level: height } });

export const changeTeam = (id: string, given: TeamGiven) =>
  ask(team, `/api/teams/${id}`, { method: 'PATCH', body: teamBody(given) });

export const deleteTeam = (id: string) => tell(`/api/teams/${id}`, { method: 'DELETE' });

/** How much is in the hands of each of a team. */
export const loadQuery = (teamId: string) =>
  queryOptions({
    queryKey: ['load', teamId],
    queryFn: ({ signal }) => ask(teamLoad, `/api/teams/${teamId}/load`, { signal }),
    refetchInterval: 30_000,
  });

/** Lengths in whole hours, as the form holds them. */
export type LevelGiven = {
  name: string;
  holdingHours: number;
  resumeHours: number;
  waitingDays: number;
};

const levelBody = ({ name, holdingHours, resumeHours, waitingDays }: LevelGiven) => ({
  name,
  holdingTime: `PT${holdingHours}H`,
  resumeAtLeast: `PT${resumeHours}H`,
  waitingLimit: `P${waitingDays}D`,
});

export const createLevel = (key: string, given: LevelGiven) =>
  ask(level, '/api/levels', { method: 'POST', key, body: levelBody(given) });

export const deleteLevel = (height: number) => tell(`/api/levels/${height}`, { method: 'DELETE' });
