import type { Case } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tasksOfCaseQuery } from '../../tasks/queries.ts';
import { eventsQuery, messagesQuery } from '../queries.ts';

/** Asks for what was said and what happened when the case has a newer version. */
export function useRefreshed({ id, version }: Case): void {
  const client = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void client.invalidateQueries({ queryKey: messagesQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: eventsQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: tasksOfCaseQuery(id).queryKey });
  }, [client, id, version]);
}
