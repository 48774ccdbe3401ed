import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { KeepsHours } from '../../calendars/parts/keeps-hours.tsx';
import { Absences } from '../parts/absences.tsx';
import { AgentForm } from '../parts/agent-form.tsx';
import { AgentLeaving } from '../parts/agent-leaving.tsx';
import { NotInYet } from '../parts/not-in-yet.tsx';
import styles from '../parts/people.module.css';
import { agentsQuery } from '../queries.ts';
import { useInvitations } from '../use-invitations.ts';

/** One agent, or a new one. */
export function Person() {
  const { t } = useTranslation();
  const { agentId } = useParams({ from: '/desk/settings/people/$agentId' });
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const list = useQuery(agentsQuery);
  const invitations = useInvitations();
  const invitation = invitations.data?.find((one) => one.agent.id === agentId);
  const isAdmin = may(me, 'People', 'admin');
  if (agentId === 'new') {
    const onCreated = ({ id }: { id: string }) =>
      navigate({ to: '/settings/people/$agentId', params: { agentId: id } });
    return (
      <Page title={t('people.new')} back="/settings/people">
        <AgentForm agent={null} mayChange={isAdmin} onCreated={(made) => void onCreated(made)} />
      </Page>
    );
  }
  const agent = list.data?.find((one) => one.id === agentId);
  const holdsCases = agent?.active && agent.role !== 'reader';
  return (
    <Page title={agent?.name ?? t('people.title')} back="/settings/people">
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {invitations.error && (
        <ProblemNote error={invitations.error} onAgain={() => void invitations.refetch()} />
      )}
      {agent?.active && invitation && (
        <NotInYet agent={agent} invitation={invitation} mayInvite={may(me, 'Access', 'admin')} />
      )}
      {agent && <AgentForm key={agent.id} agent={agent} mayChange={isAdmin} />}
      {agent && holdsCases && (
        <>
          <KeepsHours keeper={{ kind: 'agent', id: agent.id }} mayChange={isAdmin} />
          <h2 className={styles.section}>{t('absence.title')}</h2>
          <Absences agentId={agent.id} own={agent.id === me.agent?.id} />
          <p>
            <Link className={styles.add} to="/hand-overs" search={{ owner: agent.id }}>
              {t('batch.open')}
            </Link>
          </p>
        </>
      )}
      {agent && isAdmin && (
        <AgentLeaving
          key={`${agent.id} ${agent.active}`}
          agent={agent}
          isIn={invitations.data !== undefined && !invitation}
        />
      )}
    </Page>
  );
}
