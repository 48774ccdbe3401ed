import { useQuery } from '@tanstack/react-query';
import { agentsQuery } from '../../../people/queries.ts';

/** Tells whether an agent is active, as far as is known. */
export function useActiveAgents(): (id: string) => boolean {
  const { data: agents = [] } = useQuery(agentsQuery);
  const active = new Set(agents.filter((agent) => agent.active).map((agent) => agent.id));
  return (id) => active.has(id);
}
