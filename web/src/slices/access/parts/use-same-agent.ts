import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onAnotherAgent } from '../../../api/page-agent.ts';
import { onSignedIn } from '../../../api/signed-in.ts';
import { meQuery } from '../queries.ts';
import { startAfresh } from '../start-afresh.ts';

/** A page belongs to one agent: where another signs in in another window, it begins afresh. */
export function useSameAgent(agentId: string | null): void {
  const client = useQueryClient();
  const [first] = useState(agentId);
  useEffect(() => {
    if (agentId !== first) startAfresh();
  }, [agentId, first]);
  useEffect(() => onAnotherAgent(() => startAfresh()), []);
  useEffect(
    () => onSignedIn(() => void client.invalidateQueries({ queryKey: meQuery.queryKey })),
    [client],
  );
}
