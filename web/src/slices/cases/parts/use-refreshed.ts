import type { Case } from '@baton/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tasksOfCaseQuery } from '../../tasks/queries.ts';
import { eventsQuery, messagesQuery } from '../queries.ts';

/**
 * Asks for what was said and what happened when the case has a newer version; also where they were
 * asked for before the case itself, and opening it wrote something down.
 */
export function useRefreshed({ id, version }: Case): void {
  const client = useQueryClient();
  const { data: events } = useQuery(eventsQuery(id));
  const last = events?.at(-1)?.seq;
  const seen = useRef(version);
  const asked = useRef(0);
  useEffect(() => {
    const isOlder = last !== undefined && last < version && asked.current !== version;
    if (seen.current === version && !isOlder) return;
    seen.current = version;
    asked.current = version;
    void client.invalidateQueries({ queryKey: messagesQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: eventsQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: tasksOfCaseQuery(id).queryKey });
  }, [client, id, version, last]);
}
