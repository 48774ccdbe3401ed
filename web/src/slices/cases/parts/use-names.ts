import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentsQuery, topicsQuery } from '../../people/queries.ts';

/** Names of agents and topics by id, for events, which hold ids alone. */
export function useNames() {
  const { t } = useTranslation();
  const { data: agents } = useQuery(agentsQuery);
  const { data: topics } = useQuery(topicsQuery);
  return {
    agent: (id: string) => nameIn(agents, id, t('message.someone')),
    topic: (id: string) => nameIn(topics, id, t('case.noTopic')),
  };
}

/** Until they have come nothing is claimed of whose name it is. */
function nameIn(known: { id: string; name: string }[] | undefined, id: string, none: string) {
  return known ? (known.find((one) => one.id === id)?.name ?? none) : '…';
}
