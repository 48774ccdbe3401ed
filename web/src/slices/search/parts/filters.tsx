import { caseStatuses, channelPage } from '@baton/contract';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { meQuery } from '../../access/queries.ts';
import { may } from '../../access/may.ts';
import { customerQuery } from '../../customers/queries.ts';
import { agentsQuery, teamsQuery, topicsQuery } from '../../people/queries.ts';
import type { Looking } from '../looking.ts';
import { DateChip } from './date-chip.tsx';
import { ChoiceChip, SetChip } from './choice-chip.tsx';
import styles from './search.module.css';

const channelNamesQuery = queryOptions({
  queryKey: ['channels', 'names'],
  queryFn: ({ signal }) => ask(channelPage, '/api/mail/channels?limit=200', { signal }),
  staleTime: 60_000,
});

type Props = { looking: Looking; onLook: (change: Partial<Looking>) => void };

/** What narrows the search: each says what it lets through, and is set and taken away in place. */
export function Filters({ looking, onLook }: Props) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(meQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: topics = [] } = useQuery(topicsQuery);
  const seesChannels = may(who, 'Mail', 'lead');
  const { data: channels } = useQuery({ ...channelNamesQuery, enabled: seesChannels });
  const choice = (name: 'owner' | 'team' | 'topic' | 'channel') => ({
    name: t(`search.by.${name}`),
    value: looking[name],
    onChoose: (value: string | undefined) => onLook({ [name]: value }),
  });
  const mine = who.agent ? [{ id: 'me', name: t('search.mine') }] : [];
  return (
    <div className={styles.filters} role="group" aria-label={t('search.filters')}>
      <ChoiceChip {...choice('owner')} choices={[...mine, ...agents.filter((one) => one.active)]} />
      <ChoiceChip {...choice('team')} choices={teams} />
      <ChoiceChip
        name={t('search.by.status')}
        value={looking.status}
        choices={caseStatuses.map((id) => ({ id, name: t(`case.status.${id}`) }))}
        onChoose={(value) => onLook({ status: caseStatuses.find((one) => one === value) })}
      />
      <ChoiceChip {...choice('topic')} choices={topics.filter((one) => one.active)} />
      {seesChannels && <ChoiceChip {...choice('channel')} choices={channels?.items ?? []} />}
      <span className={styles.days}>
        <DateChip edge="from" value={looking.from} onChoose={(from) => onLook({ from })} />
        <DateChip edge="to" value={looking.to} onChoose={(to) => onLook({ to })} />
      </span>
      {looking.customer && (
        <CustomerChip id={looking.customer} onClear={() => onLook({ customer: undefined })} />
      )}
    </div>
  );
}

/** The customer whose cases these are; chosen from what was found. */
function CustomerChip({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(customerQuery(id));
  return (
    <SetChip name={t('search.by.customer')} onClear={onClear}>
      {data?.name ?? '…'}
    </SetChip>
  );
}
