import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, Refusal } from './api/refusal.ts';

/** Where one has to go before anything opens again. */
type Door = '/sign-in' | '/second-factor';

const turnedAway = new Set<(door: Door) => void>();

/** Calls `listener` when an answer says that the session has ended, or lacks a second factor. */
export function onTurnedAway(listener: (door: Door) => void): () => void {
  turnedAway.add(listener);
  return () => turnedAway.delete(listener);
}

/** The door to which a refusal sends one; null when it is another. */
export function doorOf(error: unknown): Door | null {
  if (isRefusal(error, 'not_signed_in')) return '/sign-in';
  return isRefusal(error, 'second_factor_needed') ? '/second-factor' : null;
}

function noticeTurnedAway(error: unknown): void {
  const door = doorOf(error);
  if (door === null) return;
  for (const listener of turnedAway) listener(door);
}

/** Asks again by itself only where time may help, at most twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeTurnedAway }),
    mutationCache: new MutationCache({ onError: noticeTurnedAway }),
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
