import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { deleteLevel } from '../managing.ts';
import { NewLevelForm } from '../parts/new-level-form.tsx';
import { KeepsHours } from '../../calendars/parts/keeps-hours.tsx';
import { LevelForm } from '../../calendars/parts/level-form.tsx';
import { calendarsAt } from '../../calendars/keeping.ts';
import { calendarsQuery } from '../../calendars/queries.ts';
import styles from '../parts/people.module.css';
import { Removing } from '../parts/removing.tsx';
import { levelsQuery } from '../queries.ts';

/** One level, or a new one above all others; only the highest can be taken away. */
export function LevelPage() {
  const { t } = useTranslation();
  const { levelId } = useParams({ from: '/desk/settings/pyramid/levels/$levelId' });
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const levels = useQuery(levelsQuery);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const isNew = levelId === 'new';
  const level = levels.data?.find((one) => String(one.id) === levelId) ?? null;
  const isTop = levels.data !== undefined && levels.data.at(-1)?.id === level?.id;
  const mayChange = may(me, 'People', 'admin');
  const onDone = () => void navigate({ to: '/settings/pyramid' });
  return (
    <Page
      title={isNew ? t('pyramid.newLevel') : (level?.name ?? t('pyramid.title'))}
      back="/settings/pyramid"
    >
      {levels.error && <ProblemNote error={levels.error} onAgain={() => void levels.refetch()} />}
      {isNew && <NewLevelForm mayChange={mayChange} onCreated={onDone} />}
      {level && (
        <>
          <fieldset className={styles.plain} disabled={!mayChange}>
            <LevelForm
              key={level.id}
              level={level}
              calendars={calendarsAt(calendars, level.id)}
              isTop={isTop}
            />
          </fieldset>
          <KeepsHours keeper={{ kind: 'level', id: level.id }} mayChange={mayChange} />
        </>
      )}
      {level && isTop && level.id > 1 && mayChange && (
        <Removing
          what={t('pyramid.deleteLevel')}
          sure={t('pyramid.deleteLevelSure')}
          remove={() => deleteLevel(level.id)}
          onGone={onDone}
        />
      )}
    </Page>
  );
}
