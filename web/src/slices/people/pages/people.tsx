import type { Agent } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { agentsQuery } from '../queries.ts';
import { useInvitations } from '../use-invitations.ts';
import styles from '../parts/people.module.css';

/** Everybody inside: who is there, in which teams. */
export function People() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const list = useQuery(agentsQuery);
  const invitations = useInvitations();
  const notIn = new Set(invitations.data?.map(({ agent }) => agent.id));
  return (
    <Page title={t('people.title')} back="/settings">
      <p className={styles.intro}>{t('people.intro')}</p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {invitations.error && (
        <ProblemNote error={invitations.error} onAgain={() => void invitations.refetch()} />
      )}
      {list.data && (
        <ul className={styles.list}>
          {list.data.map((agent) => (
            <PersonRow key={agent.id} agent={agent} isIn={!notIn.has(agent.id)} />
          ))}
        </ul>
      )}
      {may(me, 'People', 'admin') && (
        <Link className={styles.add} to="/settings/people/$agentId" params={{ agentId: 'new' }}>
          {t('people.new')}
        </Link>
      )}
    </Page>
  );
}

function PersonRow({ agent, isIn }: { agent: Agent; isIn: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to="/settings/people/$agentId" params={{ agentId: agent.id }}>
          {agent.name}
        </Link>
        {agent.role !== 'agent' && (
          <span className={styles.mark}>{t(`people.roles.${agent.role}`)}</span>
        )}
        <p className={styles.about}>
          <span>{agent.email}</span>
          {agent.teams.map(({ team, capacity }) => (
            <span key={team.id}>
              {team.name} ({capacity})
            </span>
          ))}
          {agent.active && agent.role !== 'reader' && agent.teams.length === 0 && (
            <span>{t('people.noTeam')}</span>
          )}
        </p>
      </div>
      {agent.active && !isIn && (
        <span className={styles.mark} data-tone="warn">
          {t('people.notIn')}
        </span>
      )}
      <Presence agent={agent} />
    </li>
  );
}

function Presence({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  if (!agent.active) return <span className={styles.mark}>{t('people.disabled')}</span>;
  if (agent.present) return null;
  return (
    <span className={styles.mark} data-tone="warn">
      {t('people.away')}
      {agent.absentUntil && (
        <>
          {' – '}
          <When at={agent.absentUntil} sayToday />
        </>
      )}
    </span>
  );
}
