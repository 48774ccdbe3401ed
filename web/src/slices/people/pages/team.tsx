import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { KeepsHours } from '../../calendars/parts/keeps-hours.tsx';
import { deleteTeam } from '../managing.ts';
import { Removing } from '../parts/removing.tsx';
import { TeamForm } from '../parts/team-form.tsx';
import { TeamLoadList } from '../parts/team-load.tsx';
import { agentsQuery, teamsQuery } from '../queries.ts';
import styles from '../parts/people.module.css';

/** One team with what is in its hands, or a new one. */
export function TeamPage() {
  const { t } = useTranslation();
  const from = '/desk/settings/pyramid/teams/$teamId';
  const { teamId } = useParams({ from });
  const { level = 1 } = useSearch({ from });
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const teams = useQuery(teamsQuery);
  const agents = useQuery(agentsQuery);
  const isNew = teamId === 'new';
  const team = teams.data?.find((one) => one.id === teamId) ?? null;
  const mayChange = may(me, 'People', 'admin');
  const onDone = () => void navigate({ to: '/settings/pyramid' });
  const error = teams.error ?? agents.error;
  return (
    <Page
      title={isNew ? t('pyramid.newTeam') : (team?.name ?? t('pyramid.title'))}
      back="/settings/pyramid"
    >
      {error && <ProblemNote error={error} />}
      {team && (
        <>
          <TeamLoadList teamId={team.id} />
          <p>
            <Link className={styles.add} to="/hand-overs" search={{ team: team.id }}>
              {t('batch.open')}
            </Link>
          </p>
        </>
      )}
      {teams.data && agents.data && (team || isNew) && (
        <TeamForm
          key={teamId}
          team={team}
          level={team?.level ?? level}
          teams={teams.data}
          agents={agents.data.filter((one) => one.role !== 'reader')}
          mayChange={mayChange}
          onCreated={onDone}
        />
      )}
      {team && <KeepsHours keeper={{ kind: 'team', id: team.id }} mayChange={mayChange} />}
      {team && mayChange && (
        <Removing
          what={t('pyramid.deleteTeam')}
          sure={t('pyramid.deleteTeamSure')}
          remove={() => deleteTeam(team.id)}
          onGone={onDone}
        />
      )}
    </Page>
  );
}
