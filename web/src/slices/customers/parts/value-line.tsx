import type { CustomerValue } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { wholeDay } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { money } from '../money.ts';
import styles from './customer.module.css';

/** What a customer is worth a year, with where the figure comes from: a fact, and nothing more. */
export function ValueLine({ value }: { value: CustomerValue }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const written = (cents: number) => money(cents, value.currency, viewer.language);
  return (
    <span className={styles.value}>
      <span className="figures">
        {t('customers.aYear', { amount: written(value.yearlyCents) })}
      </span>
      <small>
        {value.per === 'month' &&
          `${t('customers.twelveTimes', { amount: written(value.amountCents) })} `}
        {t('customers.sourceOf', { source: value.source, day: wholeDay(value.on, viewer) })}
      </small>
    </span>
  );
}
