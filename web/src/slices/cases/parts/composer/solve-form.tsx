import type { Case } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Wanted } from '../../../intake/parts/taken-down.tsx';
import { tasksOfCaseQuery } from '../../../tasks/queries.ts';
import { solve } from '../../doing.ts';
import styles from './composer.module.css';
import { useTakeBack } from '../take-back/use-take-back.tsx';
import type { Field } from './field.ts';
import { forCustomer } from './for-customer.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null>; onSent: () => void };

/** The written solution, which the customer gets. */
export function SolveForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const { data: tasks = [] } = useQuery(tasksOfCaseQuery(item.id));
  const takeBack = useTakeBack(item, field);
  const [withdrawTasks, setWithdraw] = useState(false);
  // A check-up asks about the solution itself and stands in nobody's way.
  const helping = tasks.some(({ state, kind }) => state === 'asked' && kind !== 'check_up');
  return (
    <WritingForm
      item={item}
      kind="solution"
      field={field}
      label={t('composer.solution', { name: item.customer.name })}
      placeholder={t('composer.solution', { name: item.customer.name })}
      submit={t('composer.solve')}
      ready={!helping || withdrawTasks}
      extra={
        <>
          <p className={styles.hint}>{t('composer.solveHint')}</p>
          <Wanted item={item} />
          {helping && (
            <Checkbox
              className={styles.hint}
              label={t('tasks.withdrawAll')}
              checked={withdrawTasks}
              onChange={(event) => setWithdraw(event.currentTarget.checked)}
            />
          )}
        </>
      }
      rich
      send={(on, draft, how) =>
        solve({ ...on, key: draft.key }, { ...forCustomer(draft), withdrawTasks, ...how })
      }
      onSent={() => {
        void takeBack('solution');
        onSent();
      }}
    />
  );
}
