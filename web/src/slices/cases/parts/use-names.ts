import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentsQuery, topicsQuery } from '../../people/queries.ts';

/** Names of agents and topics by id, for events, which hold ids alone. */
export function useNames() {
  const { t } = useTranslation();
  const { data: agents } = useQuery(agentsQuery);
  const { data: topics } = useQuery(topicsQuery);
  return {
    agent: (id: string) => agents?.find((agent) => agent.id === id)?.name ?? t('message.someone'),
    topic: (id: string) => topics?.find((topic) => topic.id === id)?.name ?? t('case.noTopic'),
  };
}
