import type { LevelInPyramid } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { durationMs } from '../../../ui/time/left.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { State } from './state.tsx';
import { Team } from './team.tsx';
import { TeamLine } from './team-line.tsx';
import styles from './lookout.module.css';

type Props = {
  level: LevelInPyramid;
  isTop: boolean;
  /** What the fullest team of all holds, where teams are a line each; null where they are whole. */
  most: number | null;
  /** Whoever looks: their own team is open. */
  me: string | null;
};

/** One level: how it stands in words, and its teams. */
export function Level({ level, isTop, most, me }: Props) {
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
      <div className={styles.teams} data-lines={most !== null || undefined}>
        {level.teams.map((team) =>
          most === null ? (
            <Team key={team.id} team={team} isAlone={team === alone} />
          ) : (
            <TeamLine
              key={team.id}
              team={team}
              most={most}
              isOwn={team.hands.some(({ agent }) => agent.id === me)}
            />
          ),
        )}
        {level.teams.length === 0 && <p className={styles.quiet}>{t('lookout.noTeam')}</p>}
      </div>
    </section>
  );
}
