import { ruleVersions, teamRules, topicQuestions } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

/** The rules of all teams, in the order in which they act. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async ({ signal }) => (await ask(teamRules, '/api/rules', { signal })).items,
});

/** How a rule was, the latest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', id, 'versions'],
    queryFn: async ({ signal }) =>
      (await ask(ruleVersions, `/api/rules/${id}/versions`, { signal })).items,
  });

/** What a topic asks itself. */
export const ownQuestionsQuery = (topic: string) =>
  queryOptions({
    queryKey: ['topics', topic, 'questions', 'own'],
    queryFn: async ({ signal }) =>
      (await ask(topicQuestions, `/api/topics/${topic}/questions`, { signal })).own,
    staleTime: 60_000,
  });
