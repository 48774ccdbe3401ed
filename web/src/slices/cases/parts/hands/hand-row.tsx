import type { CaseItem } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Ring } from '../../../../ui/ring/ring.tsx';
import { useNow } from '../../../../ui/time/now.ts';
import { caseTime } from '../case-time.ts';
import { TimeLeft } from '../time-left.tsx';
import { LastWords } from './last-words.tsx';
import styles from './hands.module.css';

type Props = {
  item: CaseItem;
  gone?: boolean;
  /** The page of the list, where it is not that of your hands. */
  list?: string;
  /** Which row of how many it is, where not all are on the page. */
  place?: number;
  of?: number;
};

/** One case in the list: who, what they want, what happened last, how long is left. */
export const HandRow = memo(function HandRow({ item, gone = false, list, place, of }: Props) {
  const { t } = useTranslation();
  const { share, paused } = caseTime(item, useNow());
  return (
    <li className={gone ? styles.gone : undefined} aria-posinset={place} aria-setsize={of}>
      <Link
        to="/cases/$caseId"
        params={{ caseId: item.id }}
        {...(list !== undefined && { state: { list } })}
        className={styles.row}
        data-row
        activeProps={{ 'aria-current': 'page' }}
      >
        <Ring share={share} paused={paused} silent />
        <span className={styles.words}>
          <span className={styles.first}>
            <span className={styles.who}>{item.customer.name}</span>
            {gone ? (
              <span className={styles.left}>{t('hands.gone')}</span>
            ) : (
              <TimeLeft item={item} />
            )}
          </span>
          <span className={styles.subject}>{item.subject || t('case.noSubject')}</span>
          <LastWords item={item} />
        </span>
      </Link>
    </li>
  );
});
