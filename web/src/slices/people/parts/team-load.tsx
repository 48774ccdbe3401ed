import type { MemberLoad } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { loadQuery } from '../managing.ts';
import styles from './people.module.css';

/** What is in the hands of each of a team, and whether there is room for more. */
export function TeamLoadList({ teamId }: { teamId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(loadQuery(teamId));
  if (!data || data.members.length === 0) return null;
  const someoneThere = data.members.some((one) => one.present);
  return (
    <>
      {data.full && (
        <div className={styles.warning} role="status">
          {t(someoneThere ? 'pyramid.full' : 'pyramid.nobodyThere')}
        </div>
      )}
      <ul className={styles.list}>
        {data.members.map((one) => (
          <LoadRow key={one.agent.id} one={one} />
        ))}
      </ul>
    </>
  );
}

function LoadRow({ one }: { one: MemberLoad }) {
  const { t } = useTranslation();
  const share = Math.min(100, Math.round((one.openInTeam / one.capacity) * 100));
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to="/pyramid/$agentId" params={{ agentId: one.agent.id }}>
          {one.agent.name}
        </Link>
        {!one.present && (
          <span className={styles.mark} data-tone="warn">
            {t('people.away')}
          </span>
        )}
        <p className={styles.about}>
          <span>{t('pyramid.openInAll', { count: one.open })}</span>
          <span>{t('pyramid.waiting', { count: one.waiting })}</span>
          <span>{t('pyramid.dueToday', { count: one.dueToday })}</span>
          <span>{t('pyramid.solvedToday', { count: one.solvedToday })}</span>
        </p>
      </div>
      <span className={styles.load}>
        <span className={styles.bar} data-full={one.full} aria-hidden>
          <i style={{ width: `${share}%` }} />
        </span>
        {t('pyramid.ofCapacity', { held: one.openInTeam, capacity: one.capacity })}
        {one.full && (
          <span className={styles.mark} data-tone="warn">
            {t(one.openInTeam > one.capacity ? 'pyramid.isOver' : 'pyramid.isFull')}
          </span>
        )}
      </span>
    </li>
  );
}
