import type { TeamInPyramid } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { State } from './state.tsx';
import { goToTeam } from './team-line.tsx';
import styles from './lookout.module.css';

/** Where it is piling up: the teams to look after first, each a way to its hands. */
export function PressedTeams({ teams }: { teams: TeamInPyramid[] }) {
  const { t } = useTranslation();
  if (teams.length === 0) return null;
  return (
    <section className={styles.pressed} aria-labelledby="pressed-title">
      <h2 id="pressed-title">{t('lookout.pressed')}</h2>
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <button type="button" data-row onClick={() => goToTeam(team.id)}>
              <b>{team.name}</b>
              <p>{t('lookout.open', { count: team.open })}</p>
              <State part={team} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
