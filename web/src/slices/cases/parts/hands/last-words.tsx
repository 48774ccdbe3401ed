import type { CaseItem } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { When } from '../../../../ui/time/when.tsx';
import styles from './hands.module.css';
import { WhyPressing } from './why-pressing.tsx';

/** Why it presses, and what happened last; before the first answer, by when it is due. */
export function LastWords({ item }: { item: CaseItem }) {
  const { t } = useTranslation();
  const { firstReply, lastMessage: last, status } = item;
  const unanswered = status === 'open' && firstReply.metAt === null;
  return (
    <span className={styles.last}>
      <WhyPressing item={item} />
      {unanswered && <FirstReply item={item} />}
      {last && !unanswered && (
        <>
          {last.direction !== 'in' && `${t(`hands.${last.direction}`)} `}
          <When at={last.at} /> ·{' '}
        </>
      )}
      {last?.preview}
    </span>
  );
}

function FirstReply({ item: { firstReply } }: { item: CaseItem }) {
  const { t } = useTranslation();
  if (firstReply.missedAt) return <b className={styles.missed}>{t('hands.firstMissed')}</b>;
  return (
    <b className={styles.unanswered}>
      {t('hands.firstBy')} <When at={firstReply.due} />
    </b>
  );
}
