import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { companyQuery } from '../../settings/queries.ts';
import { agentsQuery, teamsQuery, topicsQuery } from '../queries.ts';
import type { Standing } from './outcome.ts';

/** The pyramid for whoever moves something in it; null until all of it is known. */
export function useStanding(): Standing | null {
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { data: topics } = useQuery(topicsQuery);
  const { data: company } = useQuery(companyQuery);
  return useMemo(
    () =>
      teams && agents && topics && company
        ? { teams, agents, topics, defaultTeam: company.defaultTeam.id }
        : null,
    [teams, agents, topics, company],
  );
}
