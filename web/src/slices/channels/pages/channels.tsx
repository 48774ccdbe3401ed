import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { When } from '../../../ui/time/when.tsx';
import { channelsQuery } from '../../mail/channels-query.ts';
import styles from '../parts/channels.module.css';

/** All channels with how they are. */
export function Channels() {
  const { t } = useTranslation();
  const { who } = useRouteContext({ from: '/desk' });
  const list = useQuery({ ...channelsQuery, refetchInterval: 10_000 });
  const addressed = list.data?.some(({ address }) => address !== null) ?? true;
  return (
    <Page title={t('channels.title')} back="/settings">
      <p className={styles.intro}>{t(addressed ? 'channels.intro' : 'channels.none')}</p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      <ul className={styles.list}>
        {list.data?.map(({ id, name, address, health }) => (
          <li key={id}>
            <Link
              to="/settings/channels/$channelId"
              params={{ channelId: id }}
              className={styles.row}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.state} data-state={health.state}>
                {t(`channels.states.${health.state}`)}
              </span>
              <span className={styles.muted}>
                {health.trouble
                  ? t(`channels.trouble.${health.trouble.code}`)
                  : (address ?? t('channels.everything'))}
              </span>
              <span className={styles.muted}>
                {t('channels.lastMessage')}
                {t('shell.colon')}
                {health.lastMessageAt ? <When at={health.lastMessageAt} /> : t('channels.never')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {may(who, 'Mail', 'admin') && (
        <Button renderRoot={(props) => <Link to="/settings/channels/new" {...props} />}>
          {t('channels.add')}
        </Button>
      )}
    </Page>
  );
}
