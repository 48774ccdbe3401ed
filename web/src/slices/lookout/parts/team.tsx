import type { TeamInPyramid } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { HandsCard } from './hands-card.tsx';
import styles from './lookout.module.css';

/** A team with the hands of its agents. */
export function Team({ team, isAlone }: { team: TeamInPyramid; isAlone: boolean }) {
  const { t } = useTranslation();
  const title = `team-${team.id}`;
  return (
    <section className={styles.team} aria-labelledby={title}>
      <h3 id={title} hidden={isAlone}>
        {team.name} <span>{t('lookout.open', { count: team.open })}</span>{' '}
        <span>{t('lookout.lead', { name: team.lead.name })}</span>
      </h3>
      <Hands team={team} />
    </section>
  );
}

/** Its agents; of a team that is not for one's eyes that it is so. */
export function Hands({ team }: { team: TeamInPyramid }) {
  const { t } = useTranslation();
  if (!team.seen) return <p className={styles.quiet}>{t('lookout.unseen')}</p>;
  if (team.hands.length === 0) return <p className={styles.quiet}>{t('lookout.nobody')}</p>;
  return (
    <ul className={styles.hands}>
      {team.hands.map((hands) => (
        <HandsCard key={hands.agent.id} hands={hands} />
      ))}
    </ul>
  );
}
