import type { Case } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../../customers/parts/number-link.tsx';
import styles from './composer.module.css';

type Props = {
  customer: Case['customer'];
  /** Begins to write down a call; null where one does so already, or may not. */
  onCall: (() => void) | null;
};

/** Where an answer goes by mail: that the customer would rather be reached another way (S3-163). */
export function PreferredWay({ customer: { preferredWay, phone }, onCall }: Props) {
  const { t } = useTranslation();
  if (preferredWay === null || preferredWay === 'mail') return null;
  const isCalled = preferredWay === 'phone';
  return (
    <p className={styles.prefers}>
      <span>{t(`prefers.${preferredWay}`)}</span>
      {isCalled && (phone ? <NumberLink number={phone} /> : <span>{t('prefers.noNumber')}</span>)}
      {isCalled && onCall && (
        <button type="button" className={styles.plain} onClick={onCall}>
          {t('calls.begin')}
        </button>
      )}
    </p>
  );
}
