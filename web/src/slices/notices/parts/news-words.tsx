import type { Notice } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import styles from './notices.module.css';
import { useNoticeWords } from './use-notice-words.ts';

/** What is new, in a line, and the way to it. It stands above the router, which is led by `onOpen`. */
export function NewsWords({ items, onOpen }: { items: Notice[]; onOpen: (path: string) => void }) {
  const { t } = useTranslation();
  const words = useNoticeWords();
  const [first] = items;
  const only = items.length === 1 ? first : undefined;
  const about = only?.case;
  const path = about ? `/cases/${about.id}` : '/notices';
  return (
    <p className={styles.news}>
      {only ? words(only) : t('notices.news', { count: items.length })}{' '}
      <a
        href={path}
        onClick={(event) => {
          event.preventDefault();
          onOpen(path);
        }}
      >
        {about ? `#${about.number} ${about.subject}` : t('notices.look')}
      </a>
    </p>
  );
}
