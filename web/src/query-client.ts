import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, Refusal } from './api/refusal.ts';

const signedOut = new Set<() => void>();

/** Calls `listener` when an answer says that the session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

function noticeSignedOut(error: unknown): void {
  if (!isRefusal(error, 'not_signed_in')) return;
  for (const listener of signedOut) listener();
}

/** Asks again by itself only where time may help, at most twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
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
