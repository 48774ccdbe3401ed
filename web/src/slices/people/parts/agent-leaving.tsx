import type { Agent } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { outlookQuery } from '../absence-queries.ts';
import { setActive } from '../managing.ts';
import { LostFactors } from './lost-factors.tsx';
import styles from './people.module.css';
import { SignInLink } from './sign-in-link.tsx';

/**
 * How an agent gets in again, and how they leave: what they hold is handed over first.
 * @param isIn whether they are known to have come in before; the first link stands at the top of their page
 */
export function AgentLeaving({ agent, isIn }: { agent: Agent; isIn: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { data: me } = useSuspenseQuery(meQuery);
  const mayInvite = may(me, 'Access', 'admin');
  const turning = useMutation({
    mutationFn: () => setActive(agent.id, !agent.active),
    onSuccess: () => {
      setAsked(false);
      return client.invalidateQueries();
    },
  });
  return (
    <section className={styles.form}>
      <h2>{t('people.access')}</h2>
      {agent.active && mayInvite && isIn && <SignInLink agentId={agent.id} />}
      {asked && <Sure agentId={agent.id} />}
      {turning.error && <ProblemNote error={turning.error} />}
      <footer className={styles.foot}>
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
