import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { doorOf } from './api/door.ts';
import { Refusal } from './api/refusal.ts';
import { typed } from './ui/unsaved/unsaved.ts';

const turnedAway = new Set<() => void>();

/** Calls `listener` when an answer says that the session has ended, or lacks a second factor. */
export function onTurnedAway(listener: () => void): () => void {
  turnedAway.add(listener);
  return () => turnedAway.delete(listener);
}

function noticeTurnedAway(error: unknown): void {
  if (doorOf(error) === null) return;
  for (const listener of turnedAway) listener();
}

/** Asks again by itself only where time may help, at most twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeTurnedAway }),
    mutationCache: new MutationCache({
      onError: noticeTurnedAway,
      onMutate: (_given, act) => typed.begun(act),
      onSuccess: (_answer, _given, _before, act) => typed.done(act),
    }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        retry: (count, error) => count < 2 && error instanceof Refusal && error.passing,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
