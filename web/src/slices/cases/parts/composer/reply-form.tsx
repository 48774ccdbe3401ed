import type { Case } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../api/server-time.ts';
import { reply } from '../../doing.ts';
import { useTakeBack } from '../take-back/use-take-back.tsx';
import type { Field } from './field.ts';
import { forCustomer } from './for-customer.ts';
import { WritingForm } from './writing-form.tsx';
import styles from './composer.module.css';

const dayMs = 86_400_000;
const days = [1, 3, 7] as const;

type Props = { item: Case; field: RefObject<Field | null> };

/** An answer to the customer, after which the clock goes on or the case waits for them. */
export function ReplyForm({ item, field }: Props) {
  const { t } = useTranslation();
  const [wait, setWait] = useState(0);
  const takeBack = useTakeBack(item);
  return (
    <WritingForm
      item={item}
      kind="reply"
      field={field}
      label={t('composer.replyTo', { name: item.customer.name })}
      placeholder={t('composer.replyTo', { name: item.customer.name })}
      submit={t('composer.send')}
      rich
      send={(on, draft, how) => {
        const waitUntil = wait > 0 ? new Date(serverNow() + wait * dayMs).toISOString() : null;
        const said = { ...forCustomer(draft), ...how };
        return reply({ ...on, key: draft.key }, waitUntil ? { ...said, waitUntil } : said);
      }}
      onSent={() => {
        setWait(0);
        void takeBack('reply');
      }}
      after={
        item.status === 'open' && (
          <NativeSelect
            aria-label={t('composer.then')}
            className={styles.then}
            value={String(wait)}
            onChange={(event) => setWait(Number(event.currentTarget.value))}
            data={[
              { value: '0', label: t('composer.thenStay') },
              ...days.map((count) => ({
                value: String(count),
                label: t('composer.thenWait', { count }),
              })),
            ]}
          />
        )
      }
    />
  );
}
