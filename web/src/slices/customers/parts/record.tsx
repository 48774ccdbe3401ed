import type { Customer } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeCustomer } from '../doing.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { inputAsItWas } from './draft.ts';
import { RecordFacts } from './record-facts.tsx';
import { RecordForm } from './record-form.tsx';

/** What is known of a customer; changed where it stands, and taken back with one key. */
export function Record({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const { t } = useTranslation();
  const { isOpen, open, close, button } = useOpened();
  const [before, setBefore] = useState<Customer | null>(null);
  const undoing = useAct(
    (was: Customer) => changeCustomer(customer.id, customer.version, inputAsItWas(was)),
    () => setBefore(null),
  );
  if (isOpen) return <RecordForm customer={customer} onDone={close} onSaved={setBefore} />;
  return (
    <>
      <RecordFacts customer={customer} />
      {undoing.error && <ProblemNote error={undoing.error} />}
      {mayChange && (
        <div className={styles.acts}>
          <Button ref={button} size="compact-sm" variant="default" onClick={open}>
            {t('customers.change')}
          </Button>
          {before && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={undoing.isPending}
              onClick={() => undoing.mutate(before)}
            >
              {t('customers.undo')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
