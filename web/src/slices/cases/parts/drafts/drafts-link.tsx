import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../hands/hands.module.css';
import { draftsQuery } from './drafts-query.ts';

/** The way to one's drafts, while there are any. */
export function DraftsLink() {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(draftsQuery);
  const count = data?.pages.flatMap(({ items }) => items).length ?? 0;
  if (count === 0) return null;
  const more = data?.pages.at(-1)?.next ? '+' : '';
  return (
    <Link to="/drafts" className={styles.drafts}>
      {t('nav.drafts')}{' '}
      <span>
        {count}
        {more}
      </span>
    </Link>
  );
}
