import type { Pyramid } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import { Level } from '../parts/level.tsx';
import styles from '../parts/lookout.module.css';
import { pyramidQuery } from '../queries.ts';

/** Who holds what, from the top down to the front line, as it is now. */
export function PyramidNow() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(pyramidQuery);
  return (
    <Page title={t('lookout.title')}>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {data && <Sum pyramid={data} />}
      {data?.levels.toReversed().map((level, place) => (
        <Level key={level.id} level={level} isTop={place === 0} />
      ))}
    </Page>
  );
}

/** The whole in one line; every number in words. */
function Sum({ pyramid: { open, hands, dueSoon, lapsed, lastAtTop } }: { pyramid: Pyramid }) {
  const { t } = useTranslation();
  return (
    <p className={styles.sum}>
      <span>{t('lookout.open', { count: open })}</span>
      <span>{t('lookout.holders', { count: hands })}</span>
      <span data-tone={dueSoon > 0 ? 'warn' : undefined}>
        {t('lookout.dueSoon', { count: dueSoon })}
      </span>
      {lapsed > 0 && <span>{t('lookout.lapsed', { count: lapsed })}</span>}
      {lastAtTop ? (
        <Link to="/pyramid/lapses">
          {t('lookout.lastAtTop')} <When at={lastAtTop} sayToday />
        </Link>
      ) : (
        <span>{t('lookout.noneAtTop')}</span>
      )}
    </p>
  );
}
