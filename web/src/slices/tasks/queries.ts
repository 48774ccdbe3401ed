import { helpChain, taskPage } from '@baton/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll, withQuery } from '../../api/pages.ts';
import { askEvery } from '../../live/line.ts';

/** Asked for again so often, while it can be seen. */
const everyMs = 15_000;

/** What others were asked to do on a case; changes with its version. */
export const tasksOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId, 'tasks'],
    queryFn: ({ signal }) => askAll(taskPage, `/api/cases/${caseId}/tasks`, signal),
  });

/** What the signed-in agent was asked to do: what is open, or what has ended. */
export const myTasksQuery = (state: 'asked' | 'ended') =>
  infiniteQueryOptions({
    queryKey: ['tasks', state],
    queryFn: ({ pageParam, signal }) =>
      ask(taskPage, withQuery('/api/tasks', { state, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: askEvery(everyMs),
  });

export const helpChainQuery = (topicId: string) =>
  queryOptions({
    queryKey: ['topics', topicId, 'advisers'],
    queryFn: ({ signal }) => ask(helpChain, `/api/topics/${topicId}/advisers`, { signal }),
  });

type Asked = { agent: string; what: string; due?: string; draft: number };

/** @param due ISO 8601; without it after the usual time */
export const askTask = ({ caseId, key }: { caseId: string; key: string }, asked: Asked) =>
  tell(`/api/cases/${caseId}/tasks`, { method: 'POST', body: asked, key });

export const askForHelp = (caseId: string) =>
  tell(`/api/cases/${caseId}/help`, { method: 'POST', body: {} });

export type Answering = { noun: 'completion' | 'refusal' | 'withdrawal'; text: string };

/** Ends a task; a refusal needs a text, the others may go without. */
export function answerTask(taskId: string, { noun, text }: Answering): Promise<void> {
  const said = text.trim();
  const body = noun === 'refusal' ? { reason: said } : said === '' ? {} : { answer: said };
  return tell(`/api/tasks/${taskId}/${noun}`, {
    method: 'POST',
    body: noun === 'withdrawal' ? {} : body,
  });
}

export const setHelpChain = (topicId: string, agents: string[]) =>
  ask(helpChain, `/api/topics/${topicId}/advisers`, { method: 'PUT', body: { agents } });
