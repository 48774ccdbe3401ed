import type { TeamInPyramid } from '@baton/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { State } from './state.tsx';
import { Hands } from './team.tsx';
import styles from './team-line.module.css';

type Props = {
  team: TeamInPyramid;
  /** What the fullest team holds: the length of its bar. */
  most: number;
  isOwn: boolean;
};

/** A team in one line, one below the other: how much it holds beside the others. Opens its hands. */
export function TeamLine({ team, most, isOwn }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(isOwn);
  const { name, lead, open: held, dueSoon } = team;
  const part = (count: number) => ({ width: `${(100 * count) / Math.max(most, 1)}%` });
  return (
    <details
      id={placeOf(team.id)}
      className={styles.line}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary data-row>
        <span className={styles.name}>
          <b>{name}</b> <span>{t('lookout.lead', { name: lead.name })}</span>
        </span>
        <span className={styles.bar} aria-hidden>
          <span style={part(dueSoon)} data-soon />
          <span style={part(held - dueSoon)} />
        </span>
        <span className={styles.words}>
          <p>{t('lookout.open', { count: held })}</p>
          <State part={team} />
        </span>
      </summary>
      {open && <Hands team={team} />}
    </details>
  );
}

const placeOf = (teamId: string) => `of-team-${teamId}`;

/** Opens the line of a team, and goes there. */
export function goToTeam(teamId: string): void {
  const place = document.getElementById(placeOf(teamId));
  if (!(place instanceof HTMLDetailsElement)) return;
  place.open = true;
  place.scrollIntoView({ block: 'start' });
  place.querySelector('summary')?.focus({ preventScroll: true });
}
