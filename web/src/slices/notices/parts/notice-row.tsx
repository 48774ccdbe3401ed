import type { Notice } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './notices.module.css';
import { useMailWords, useNoticeWords } from './use-notice-words.ts';

/** One thing that I was told: what happened, to which case, when; whether there was a mail. */
export function NoticeRow({ item, onOpen }: { item: Notice; onOpen: () => void }) {
  const { t } = useTranslation();
  const words = useNoticeWords();
  const mail = useMailWords();
  return (
    <li className={styles.row} data-unseen={item.seenAt === null}>
      <p className={styles.what}>
        {item.seenAt === null && <span className={styles.dot} title={t('notices.new')} />}
        {words(item)}
      </p>
      <When at={item.at} className={styles.when} sayToday />
      <p className={styles.about}>
        {item.case && (
          <Link to="/cases/$caseId" params={{ caseId: item.case.id }} onClick={onOpen}>
            #{item.case.number} {item.case.subject}
          </Link>
        )}
        {item.case && <span>{item.case.customer}</span>}
      </p>
      <span className={styles.mail}>{mail(item)}</span>
    </li>
  );
}
