import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../hands/hands.module.css';
import { useDrafts } from './use-drafts.ts';

/** The way to one's drafts, while there are any. */
export function DraftsLink() {
  const { t } = useTranslation();
  const { data } = useDrafts();
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
