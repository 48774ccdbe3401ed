import { topicQuestions, topicRules } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

export const questionsQuery = (topic: string) =>
  queryOptions({
    queryKey: ['topics', topic, 'questions'],
    queryFn: ({ signal }) => ask(topicQuestions, `/api/topics/${topic}/questions`, { signal }),
  });

export const topicRulesQuery = queryOptions({
  queryKey: ['topic-rules'],
  queryFn: async ({ signal }) => (await ask(topicRules, '/api/topic-rules', { signal })).items,
});
