import type { Topic } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { topicsQuery } from './queries.ts';
import { inTree } from './topic-tree.ts';

/** The topics in use, each with the way to it, for a choice; `also` is offered though it is not. */
export function useTopicChoices(also: string | null) {
  const { data: topics = [] } = useQuery(topicsQuery);
  return inTree(topics)
    .filter(({ topic }) => topic.active || topic.id === also)
    .map(({ topic, path }) => ({ value: topic.id, label: nameOf(path) }));
}

function nameOf(path: Topic[]): string {
  return path.map(({ name }) => name).join(' › ');
}
