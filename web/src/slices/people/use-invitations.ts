import type { Invitation } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { may } from '../access/may.ts';
import { meQuery } from '../access/queries.ts';
import { invitationsQuery } from './queries.ts';

/** Who has not come in yet; nobody as long as it is not known, or not for the viewer to know. */
export function useInvitations(): Invitation[] {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data } = useQuery({ ...invitationsQuery, enabled: may(me, 'Access', 'lead') });
  return data ?? [];
}
