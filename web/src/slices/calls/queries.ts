import { call, calls, currentCall, type CallChange, type CallMarkKind } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askEvery } from '../../live/line.ts';

export const callsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId, 'calls'],
    queryFn: async ({ signal }) =>
      (await ask(calls, `/api/cases/${caseId}/calls`, { signal })).items,
  });

/** The call that one is on, on whatever device it was begun. */
export const currentCallQuery = queryOptions({
  queryKey: ['calls', 'current'],
  queryFn: async ({ signal }) => (await ask(currentCall, '/api/calls/current', { signal })).call,
  refetchInterval: askEvery(5_000),
});

type Begun = {
  case?: string;
  direction: 'in' | 'out';
  number: string | null;
  withCustomer: boolean;
};

export const beginCall = (body: Begun) => ask(call, '/api/calls', { method: 'POST', body });
export const markCall = (id: string, kind: Exclude<CallMarkKind, 'dialled'>) =>
  ask(call, `/api/calls/${id}/marks`, { method: 'POST', body: { kind } });
export const changeCall = (id: string, body: CallChange) =>
  ask(call, `/api/calls/${id}`, { method: 'PATCH', body, lasting: true });
export const sendCall = (id: string) =>
  ask(call, `/api/calls/${id}/sending`, { method: 'POST', body: {} });
