import type { Customer } from '@baton/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { confirmContact } from '../doing.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';

/** Asks to confirm the contact data at this contact, when that is due (S3-202). */
export function Review({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const { t } = useTranslation();
  const confirming = useAct(() => confirmContact(customer.id, inAYear()));
  if (!customer.review.due) return null;
  return (
    <div className={styles.prompt}>
      <p>{t('customers.reviewDue')}</p>
      {confirming.error && <ProblemNote error={confirming.error} />}
      {mayChange && (
        <Button
          size="compact-sm"
          variant="default"
          loading={confirming.isPending}
          onClick={() => confirming.mutate()}
        >
          {t('customers.reviewDone')}
        </Button>
      )}
    </div>
  );
}

/** The day of today in a year (`2027-03-04`). */
function inAYear(): string {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}
