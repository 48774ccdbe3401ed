import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { savedSearchesQuery } from '../queries.ts';
import { SavedRow } from './saved-row.tsx';
import styles from './search.module.css';

/** Before anything is looked for: what can be written, and the searches that are kept. */
export function NothingYet() {
  const { t } = useTranslation();
  const saved = useQuery(savedSearchesQuery);
  const own = saved.data?.filter(({ yours }) => yours) ?? [];
  return (
    <>
      <dl className={styles.hints}>
        {(['forms', 'exact', 'without', 'number'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`search.hints.${name}.write`)}</dt>
            <dd>{t(`search.hints.${name}.finds`)}</dd>
          </div>
        ))}
      </dl>
      {saved.error && <ProblemNote error={saved.error} onAgain={() => void saved.refetch()} />}
      {saved.data && saved.data.length > 0 && (
        <section aria-labelledby="saved-searches">
          <h2 id="saved-searches" className={styles.savedTitle}>
            {t('search.saved.title')}
          </h2>
          <ul className={styles.saved}>
            {saved.data.map((one) => (
              <SavedRow key={one.id} saved={one} own={own} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
