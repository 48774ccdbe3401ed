import type { Channel } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { pauseChannel, testChannel } from '../queries.ts';
import styles from './channels.module.css';
import { Tested } from './tested.tsx';
import { TroubleNote } from './trouble-note.tsx';

type Props = { channel: Channel; mayChange: boolean };

/** How mail comes in through a channel, with the buttons that try and pause it. */
export function ChannelHealth({ channel, mayChange }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { state, trouble, lastMessageAt, lastAnswerAt } = channel.health;
  const testing = useMutation({ mutationFn: () => testChannel(channel.id) });
  const pausing = useMutation({
    mutationFn: () => pauseChannel(channel.id, state !== 'paused'),
    onSettled: () => client.invalidateQueries({ queryKey: ['mail', 'channels'] }),
  });
  return (
    <section aria-label={t('channels.health')}>
      <dl className={styles.facts}>
        <dt>{t('channels.state')}</dt>
        <dd className={styles.state} data-state={state}>
          {t(`channels.states.${state}`)}
        </dd>
        <dt>{t('channels.lastMessage')}</dt>
        <dd>{lastMessageAt ? <When at={lastMessageAt} /> : t('channels.never')}</dd>
        {channel.hasMailbox && <dt>{t('channels.lastAnswer')}</dt>}
        {channel.hasMailbox && (
          <dd>{lastAnswerAt ? <When at={lastAnswerAt} /> : t('channels.never')}</dd>
        )}
        {trouble && <dt>{t('channels.since')}</dt>}
        {trouble && (
          <dd>
            <When at={trouble.since} />
          </dd>
        )}
      </dl>
      {trouble && <TroubleNote trouble={trouble} />}
      {state === 'paused' && <p className={styles.muted}>{t('channels.pausedMeans')}</p>}
      {mayChange && (
        <div className={styles.buttons}>
          <Button variant="default" loading={testing.isPending} onClick={() => testing.mutate()}>
            {t('channels.test')}
          </Button>
          <Button variant="default" loading={pausing.isPending} onClick={() => pausing.mutate()}>
            {t(state === 'paused' ? 'channels.resume' : 'channels.pause')}
          </Button>
        </div>
      )}
      {testing.data && <Tested test={testing.data} />}
      {(testing.error ?? pausing.error) && <ProblemNote error={testing.error ?? pausing.error} />}
    </section>
  );
}
