import { reasonsUp, type Case } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { passUp } from '../../doing.ts';
import styles from './composer.module.css';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<HTMLTextAreaElement | null>; onSent: () => void };

/** Passing up to the next level, with a reason and a summary for whoever takes it. */
export function UpForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const reason = reasonsUp.find((one) => one === chosen);
  return (
    <WritingForm
      item={item}
      kind="up"
      field={field}
      takesFiles={false}
      label={t('composer.summary')}
      placeholder={t('composer.summaryUp')}
      submit={t('composer.passUp')}
      ready={reason !== undefined}
      extra={
        <NativeSelect
          className={styles.field}
          label={t('composer.reason')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: t('composer.chooseReason') },
            ...reasonsUp.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
        />
      }
      send={async (on, { text, key }) => {
        if (reason) await passUp({ ...on, key }, { reason, summary: text });
      }}
      onSent={onSent}
    />
  );
}
