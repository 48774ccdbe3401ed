import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { meQuery } from '../../../access/queries.ts';
import { type Draft, type DraftKind, emptyDraft, isEmpty, newKey, readDraft } from './draft.ts';

/**
 * The draft of one kind for one case, kept in this browser at every change until it is sent.
 * `kept` is false where the browser refused to keep it.
 */
export function useDraft(caseId: string, kind: DraftKind) {
  const { data: me } = useSuspenseQuery(meQuery);
  const place = `baton.draft.${me.agent?.id ?? 'key'}.${caseId}.${kind}`;
  const [{ draft, kept }, set] = useState(() => ({
    draft: readDraft(localStorage.getItem(place)),
    kept: true,
  }));

  const change = useCallback(
    (how: (before: Draft) => Partial<Draft>) =>
      set(({ draft: before }) => {
        const draft = { ...before, ...how(before), key: newKey() };
        return { draft, kept: keep(place, draft) };
      }),
    [place],
  );
  const clear = useCallback(() => {
    const draft = emptyDraft();
    set({ draft, kept: keep(place, draft) });
  }, [place]);
  return { draft, change, clear, kept };
}

function keep(place: string, draft: Draft): boolean {
  try {
    if (isEmpty(draft)) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
