import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { levelsQuery } from '../../people/queries.ts';
import styles from '../parts/calendars.module.css';
import { calendarsAt } from '../keeping.ts';
import { LevelForm } from '../parts/level-form.tsx';
import { calendarsQuery } from '../queries.ts';

/** The levels of the pyramid: how long a case is held at each, and by which time. */
export function Levels() {
  const { t } = useTranslation();
  const levels = useQuery(levelsQuery);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const top = Math.max(0, ...(levels.data ?? []).map(({ id }) => id));
  return (
    <Page title={t('levels.title')} back="/settings">
      <p className={styles.hint}>{t('levels.intro')}</p>
      {levels.error && <ProblemNote error={levels.error} onAgain={() => void levels.refetch()} />}
      {levels.data?.toReversed().map((level) => (
        <section key={level.id}>
          <h2 className={styles.heading}>
            {level.id} · {level.name}
          </h2>
          <LevelForm
            level={level}
            calendars={calendarsAt(calendars, level.id)}
            isTop={level.id === top}
          />
        </section>
      ))}
    </Page>
  );
}
