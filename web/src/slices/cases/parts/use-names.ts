import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentsQuery, topicsQuery } from '../../people/queries.ts';
import { nameIn } from './name-in.ts';

/** Names of agents and topics by id, for events, which hold ids alone. */
export function useNames() {
  const { t } = useTranslation();
  const agents = useQuery(agentsQuery);
  const topics = useQuery(topicsQuery);
  return {
    agent: (id: string) => nameIn(agents, id, t('message.someone')),
    topic: (id: string) => nameIn(topics, id, t('case.noTopic')),
  };
}
