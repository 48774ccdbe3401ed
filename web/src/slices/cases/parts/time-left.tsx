import type { CaseItem } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/time/now.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { When } from '../../../ui/time/when.tsx';
import { caseTime } from './case-time.ts';
import styles from './time-left.module.css';

/** The time left in words, or what it waits for instead. */
export function TimeLeft({ item }: { item: CaseItem }) {
  const { t } = useTranslation();
  const length = useLength();
  const { tone, paused, leftMs } = caseTime(item, useNow());
  const { clock } = item;
  if (clock.resumesAt) {
    return (
      <span className={styles.left}>
        {t('case.waitsUntil')} <When at={clock.resumesAt} />
      </span>
    );
  }
  if (clock.closesAt) {
    return (
      <span className={styles.left}>
        {t('case.closesAt')} <When at={clock.closesAt} />
      </span>
    );
  }
  if (paused) return <span className={styles.left}>{t(`case.status.${item.status}`)}</span>;
  const words = leftMs > 0 ? length(leftMs) : t('case.dueNow');
  return <span className={`${styles.left} ${styles[tone]}`}>{words}</span>;
}
