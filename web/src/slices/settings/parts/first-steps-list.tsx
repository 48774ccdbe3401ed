import { Link, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useFirstSteps } from '../use-first-steps.ts';
import styles from './first-steps-list.module.css';

/** What a new company has still to say, each with how it stands; else where to choose from. */
export function FirstStepsList() {
  const { t } = useTranslation();
  const { who } = useRouteContext({ from: '/desk' });
  const { steps, isPending, error, again } = useFirstSteps(who);
  if (isPending) return <div className={styles.room} aria-busy />;
  if (error) return <ProblemNote error={error} onAgain={again} />;
  if (!steps?.some(({ done }) => !done)) {
    return <p className={styles.choose}>{t('settings.choose')}</p>;
  }
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h1 id="first-steps">{t('firstSteps.title')}</h1>
      <p className={styles.about}>{t('firstSteps.intro')}</p>
      <ol>
        {steps.map(({ about, to, done, name, state }) => (
          <li key={about} data-done={done}>
            <span
              className={styles.sign}
              role="img"
              aria-label={t(`firstSteps.${done ? 'done' : 'open'}`)}
            >
              {done ? '✓' : ''}
            </span>
            <div>
              <Link to={to}>{name}</Link>
              <p className={styles.about}>{state}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
