import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerQuery } from '../../../customers/queries.ts';
import { NumberLink } from '../../../customers/parts/number-link.tsx';
import styles from './composer.module.css';

type Props = {
  customerId: string;
  /** Begins to write down a call; null where one does so already, or may not. */
  onCall: (() => void) | null;
};

/**
 * Where an answer goes by mail: that the customer would rather be reached another way (S3-163).
 * Asked where the side of the case asks for them; silent for whoever may not read of customers.
 */
export function PreferredWay({ customerId, onCall }: Props) {
  const { t } = useTranslation();
  const { data: customer } = useQuery(customerQuery(customerId));
  if (!customer?.preferredWay || customer.preferredWay === 'mail') return null;
  const isCalled = customer.preferredWay === 'phone';
  const phone = customer.identities.find(({ kind }) => kind === 'phone')?.value;
  return (
    <p className={styles.prefers}>
      <span>{t(`prefers.${customer.preferredWay}`)}</span>
      {isCalled && (phone ? <NumberLink number={phone} /> : <span>{t('prefers.noNumber')}</span>)}
      {isCalled && onCall && (
        <button type="button" className={styles.plain} onClick={onCall}>
          {t('calls.begin')}
        </button>
      )}
    </p>
  );
}
