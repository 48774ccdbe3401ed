import type { Invitation } from '@baton/contract';
import { useQuery, type UseQueryResult, useSuspenseQuery } from '@tanstack/react-query';
import { may } from '../access/may.ts';
import { meQuery } from '../access/queries.ts';
import { invitationsQuery } from './queries.ts';

/** Who has not come in yet; never asked for where it is not for the viewer to know. */
export function useInvitations(): UseQueryResult<Invitation[]> {
  return useQuery({ ...invitationsQuery, enabled: useMayKnow() });
}

/** Whether one agent has not come in yet; a row that asks is drawn anew only when that changes. */
export function useIsNotIn(agentId: string): boolean {
  const { data } = useQuery({
    ...invitationsQuery,
    enabled: useMayKnow(),
    select: (all) => all.some(({ agent }) => agent.id === agentId),
  });
  return data ?? false;
}

function useMayKnow(): boolean {
  const { data: me } = useSuspenseQuery(meQuery);
  return may(me, 'Access', 'lead');
}
