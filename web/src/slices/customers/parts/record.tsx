import type { Customer } from '@baton/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeCustomer } from '../doing.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { inputAsItWas } from './draft.ts';
import { ChangeButton, QuietButton } from './quiet.tsx';
import { nothingKnown, RecordFacts } from './record-facts.tsx';
import { RecordForm } from './record-form.tsx';

type Props = {
  customer: Customer;
  mayChange: boolean;
  /** Given where the button that opens it stands elsewhere, beside the name. */
  opened?: ReturnType<typeof useOpened>;
};

/** What is known of a customer; changed where it stands, and taken back with one key. */
export function Record({ customer, mayChange, opened }: Props) {
  const { t } = useTranslation();
  const own = useOpened();
  const { isOpen, open, close, button } = opened ?? own;
  const [before, setBefore] = useState<Customer | null>(null);
  const undoing = useAct(
    (was: Customer) => changeCustomer(customer.id, customer.version, inputAsItWas(was)),
    () => setBefore(null),
  );
  const isBare = nothingKnown(customer);
  if (isOpen) return <RecordForm customer={customer} onDone={close} onSaved={setBefore} />;
  return (
    <>
      <div className={styles.record}>
        <RecordFacts customer={customer} />
        {mayChange && !opened && !isBare && (
          <ChangeButton ref={button} name={t('customers.change')} onClick={open} />
        )}
      </div>
      {mayChange && !opened && isBare && (
        <QuietButton ref={button} onClick={open}>
          {t('customers.change')}
        </QuietButton>
      )}
      {undoing.error && <ProblemNote error={undoing.error} />}
      {mayChange && before && (
        <QuietButton loading={undoing.isPending} onClick={() => undoing.mutate(before)}>
          {t('customers.undo')}
        </QuietButton>
      )}
    </>
  );
}
