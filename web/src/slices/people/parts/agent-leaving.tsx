import type { Agent } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { outlookQuery } from '../absence-queries.ts';
import { makeSignInLink, setActive } from '../managing.ts';
import { LostFactors } from './lost-factors.tsx';
import styles from './people.module.css';

/** How an agent gets in, and how they leave: what they hold is handed over first. */
export function AgentLeaving({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { data: me } = useSuspenseQuery(meQuery);
  const mayInvite = may(me, 'Access', 'admin');
  const link = useMutation({ mutationFn: (byMail: boolean) => makeSignInLink(agent.id, byMail) });
  const turning = useMutation({
    mutationFn: () => setActive(agent.id, !agent.active),
    onSuccess: () => {
      setAsked(false);
      return client.invalidateQueries();
    },
  });
  const error = link.error ?? turning.error;
  return (
    <section className={styles.form}>
      <h2>{t('people.access')}</h2>
      {link.data?.mailedTo && (
        <p role="status">{t('people.invited', { address: link.data.mailedTo })}</p>
      )}
      {link.data?.url && (
        <>
          <p className={styles.about}>{t('people.linkHow')}</p>
          <p className={styles.link}>{link.data.url}</p>
        </>
      )}
      {asked && <Sure agentId={agent.id} />}
      {error && <ProblemNote error={error} />}
      <footer className={styles.foot}>
        {agent.active && mayInvite && (
          <>
            <Button variant="default" loading={link.isPending} onClick={() => link.mutate(true)}>
              {t('people.invite')}
            </Button>
            <Button variant="default" loading={link.isPending} onClick={() => link.mutate(false)}>
              {t('people.link')}
            </Button>
          </>
        )}
        {asked && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('shell.cancel')}
          </Button>
        )}
        <Button
          variant={asked ? 'filled' : 'default'}
          {...(asked ? { color: 'red' } : {})}
          loading={turning.isPending}
          onClick={() => (agent.active && !asked ? setAsked(true) : turning.mutate())}
        >
          {t(agent.active ? 'people.disable' : 'people.enable')}
        </Button>
      </footer>
      {agent.active && mayInvite && <LostFactors agentId={agent.id} />}
    </section>
  );
}

function Sure({ agentId }: { agentId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(outlookQuery(agentId, { from: null, until: null, cover: null }));
  return (
    <div className={styles.outlook} role="status">
      <p>{t('people.disableSure', { count: data?.cases ?? 0 })}</p>
    </div>
  );
}
