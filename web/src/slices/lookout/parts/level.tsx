import type { LevelInPyramid, TeamInPyramid } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { durationMs } from '../../../ui/time/left.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { HandsCard } from './hands-card.tsx';
import styles from './lookout.module.css';

type Props = { level: LevelInPyramid; isTop: boolean };

/** One level: how it stands in words, and its teams. */
export function Level({ level, isTop }: Props) {
  const { t } = useTranslation();
  const length = useLength();
  const title = `level-${level.id}`;
  const alone = level.teams.length === 1 ? level.teams[0] : undefined;
  return (
    <section className={styles.level} aria-labelledby={title}>
      <header>
        <h2 id={title}>{level.name}</h2>
        <p>
          {t('lookout.holding', { length: length(durationMs(level.holdingTime)) })}
          {' · '}
          {t('lookout.open', { count: level.open })}
        </p>
        {alone && <p>{t('lookout.lead', { name: alone.lead.name })}</p>}
        <State part={level} />
        {level.lapsed > 0 && <p>{t('lookout.lapsed', { count: level.lapsed })}</p>}
        {isTop && <p>{t('lookout.top')}</p>}
      </header>
      <div className={styles.teams}>
        {level.teams.map((team) => (
          <Team key={team.id} team={team} isAlone={team === alone} />
        ))}
        {level.teams.length === 0 && <p className={styles.quiet}>{t('lookout.noTeam')}</p>}
      </div>
    </section>
  );
}

type Part = Pick<LevelInPyramid, 'open' | 'dueSoon' | 'nextDue' | 'room'>;

/** Where it presses: what goes up next, and whether there is room. */
function State({ part: { open, dueSoon, nextDue, room } }: { part: Part }) {
  const { t } = useTranslation();
  const length = useLength();
  const now = useNow();
  const leftMs = nextDue ? Date.parse(nextDue) - now : 0;
  return (
    <>
      {dueSoon > 1 ? (
        <p data-tone="warn">{t('lookout.dueSoon', { count: dueSoon })}</p>
      ) : (
        nextDue && (
          <p data-tone={dueSoon > 0 ? 'warn' : undefined}>
            {leftMs > 0 ? t('lookout.next', { length: length(leftMs) }) : t('lookout.now')}
          </p>
        )
      )}
      <p data-tone={room === 0 && open > 0 ? 'warn' : undefined}>
        {room === 0 ? t('lookout.noRoom') : t('lookout.room', { count: room })}
      </p>
    </>
  );
}

/** A team with the hands of its agents; of one that is not for one's eyes only how much it holds. */
function Team({ team, isAlone }: { team: TeamInPyramid; isAlone: boolean }) {
  const { t } = useTranslation();
  const title = `team-${team.id}`;
  return (
    <section className={styles.team} aria-labelledby={title}>
      <h3 id={title} hidden={isAlone}>
        {team.name} <span>{t('lookout.open', { count: team.open })}</span>{' '}
        <span>{t('lookout.lead', { name: team.lead.name })}</span>
      </h3>
      {!team.seen && <p className={styles.quiet}>{t('lookout.unseen')}</p>}
      {team.seen && team.hands.length === 0 && (
        <p className={styles.quiet}>{t('lookout.nobody')}</p>
      )}
      {team.hands.length > 0 && (
        <ul className={styles.hands}>
          {team.hands.map((hands) => (
            <HandsCard key={hands.agent.id} hands={hands} />
          ))}
        </ul>
      )}
    </section>
  );
}
