import { type Doing, presence, type Presence } from '@baton/contract';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask, tell } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';

/** How often a desk says that it is still there; the server counts it as gone after fifteen seconds. */
const everyMs = 5_000;

/** This page, among the pages of all desks. */
const desk = newKey();

const keyOf = (caseId: string) => ['presence', caseId];

/** What the stream says of who is in a case. */
export function showOthers(client: QueryClient, shown: Presence): void {
  client.setQueryData(keyOf(shown.case), shown);
}

/** What the place for writing is used for: what goes to the customer, or stays among ourselves. */
export function doingIn(mode: string, isWriting: boolean): Doing {
  if (!isWriting) return 'looks';
  return mode === 'reply' || mode === 'solve' ? 'replies' : 'notes';
}

/** Says that one is in a case while its page is on the screen; who else is. Each case has a page of its own. */
export function useOthers(caseId: string, doing: Doing): Presence['others'] {
  const client = useQueryClient();
  const now = useRef(doing);
  const say = useRef(() => {});
  useEffect(() => {
    const path = `/api/cases/${caseId}/presence/${desk}`;
    const watch = new AbortController();
    const { signal } = watch;
    say.current = () => {
      if (document.visibilityState !== 'visible' || signal.aborted) return;
      const body = { doing: now.current };
      void ask(presence, path, { method: 'PUT', body, signal, fleeting: true })
        .catch((): Presence => ({ case: caseId, others: [] }))
        // Who was there when the line was lost may be gone: nobody is shown who is not known of.
        .then((shown) => !signal.aborted && showOthers(client, shown));
    };
    const leave = () => {
      // One that does not arrive is as good as a lid that closes: soon it counts as gone.
      tell(path, { method: 'DELETE', lasting: true, fleeting: true }).catch(() => {});
    };
    const turn = () => (document.visibilityState === 'visible' ? say.current() : leave());
    const timer = window.setInterval(() => say.current(), everyMs);
    document.addEventListener('visibilitychange', turn, { signal });
    window.addEventListener('pagehide', leave, { signal });
    return () => {
      window.clearInterval(timer);
      watch.abort();
      leave();
      client.removeQueries({ queryKey: keyOf(caseId) });
    };
  }, [client, caseId]);
  useEffect(() => {
    now.current = doing;
    say.current();
  }, [doing]);
  const { data } = useQuery<Presence>({ queryKey: keyOf(caseId), enabled: false });
  return data?.others ?? [];
}
