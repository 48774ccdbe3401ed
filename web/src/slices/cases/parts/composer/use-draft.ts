import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { meQuery } from '../../../access/queries.ts';
import type { DraftKind } from './draft.ts';
import { keeperOf } from './keepers.ts';

/** The draft of one kind for one case: kept at the server as one types, and in this browser till then. */
export function useDraft(caseId: string, kind: DraftKind) {
  const { data: me } = useSuspenseQuery(meQuery);
  const keeper = keeperOf({ agent: me.agent?.id ?? 'key', caseId, kind });
  const now = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void keeper.load();
    };
    look();
    // Whoever comes back to this screen may have gone on writing on another.
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [keeper]);
  return { ...now, keeper, change: keeper.change };
}
