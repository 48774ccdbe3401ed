import type { Level, Team } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { durationMs } from '../../../ui/time/left.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { levelsQuery, teamsQuery } from '../queries.ts';
import styles from '../parts/people.module.css';

/** The levels from the top down, each with its teams. */
export function Pyramid() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const levels = useQuery(levelsQuery);
  const teams = useQuery(teamsQuery);
  const isAdmin = may(me, 'People', 'admin');
  const error = levels.error ?? teams.error;
  return (
    <Page title={t('pyramid.title')} back="/settings">
      <p className={styles.intro}>{t('pyramid.intro')}</p>
      {error && (
        <ProblemNote
          error={error}
          onAgain={() => void Promise.all([levels.refetch(), teams.refetch()])}
        />
      )}
      {isAdmin && levels.data && (
        <p>
          <Link
            className={styles.add}
            to="/settings/pyramid/levels/$levelId"
            params={{ levelId: 'new' }}
          >
            {t('pyramid.newLevel')}
          </Link>
        </p>
      )}
      {levels.data?.toReversed().map((level) => (
        <LevelPart
          key={level.id}
          level={level}
          teams={teams.data?.filter((team) => team.level === level.id) ?? []}
          isAdmin={isAdmin}
        />
      ))}
    </Page>
  );
}

type Props = { level: Level; teams: Team[]; isAdmin: boolean };

function LevelPart({ level, teams, isAdmin }: Props) {
  const { t } = useTranslation();
  const words = useLength();
  const levelId = String(level.id);
  return (
    <section className={styles.level}>
      <header>
        <h2>
          {level.id} ·{' '}
          <Link to="/settings/pyramid/levels/$levelId" params={{ levelId }}>
            {level.name}
          </Link>
        </h2>
        <p>{t('pyramid.holding', { length: words(durationMs(level.holdingTime)) })}</p>
      </header>
      <ul className={styles.list}>
        {teams.map((team) => (
          <li key={team.id} className={styles.row}>
            <div className={styles.what}>
              <Link to="/settings/pyramid/teams/$teamId" params={{ teamId: team.id }}>
                {team.name}
              </Link>
              <p className={styles.about}>
                <span>{t('pyramid.ledBy', { name: team.lead.name })}</span>
                {team.cover && <span>{t('pyramid.coveredBy', { name: team.cover.name })}</span>}
                {team.above && <span>{t('pyramid.passesTo', { name: team.above.name })}</span>}
              </p>
            </div>
            <span className={styles.about}>
              {t('pyramid.members', { count: team.members.length })}
            </span>
          </li>
        ))}
      </ul>
      {isAdmin && (
        <Link
          className={styles.add}
          to="/settings/pyramid/teams/$teamId"
          params={{ teamId: 'new' }}
          search={{ level: level.id }}
        >
          {t('pyramid.newTeam')}
        </Link>
      )}
    </section>
  );
}
