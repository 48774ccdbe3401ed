import { agentPage, invitations, levelPage, teamPage, topicPage } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';

const seldom = { staleTime: 60_000 };

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => askAll(agentPage, '/api/agents', signal),
  ...seldom,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => askAll(teamPage, '/api/teams', signal),
  ...seldom,
});

export const levelsQuery = queryOptions({
  queryKey: ['levels'],
  queryFn: ({ signal }) => askAll(levelPage, '/api/levels', signal),
  ...seldom,
});

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => askAll(topicPage, '/api/topics', signal),
  ...seldom,
});

/** Who was added and cannot have come in yet. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) => (await ask(invitations, '/api/invitations', { signal })).items,
});
