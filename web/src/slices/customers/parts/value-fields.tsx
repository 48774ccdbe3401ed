import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { centsOf } from '../money.ts';
import styles from './customer.module.css';
import type { RecordDraft } from './draft.ts';

type Props = { draft: RecordDraft; set: (part: Partial<RecordDraft>) => void };

/** What the customer spends, and how that is known. */
export function ValueFields({ draft, set }: Props) {
  const { t } = useTranslation();
  const given = draft.amount.trim() !== '';
  const wrong = given && centsOf(draft.amount) === null ? t('customers.amountWrong') : '';
  return (
    <fieldset className={styles.fields}>
      <legend>{t('customers.value')}</legend>
      <TextInput
        size="xs"
        label={t('customers.amount')}
        data-path="value.amountCents"
        // What cannot be read as an amount would be left out: it is not sent.
        ref={(field) => field?.setCustomValidity(wrong)}
        value={draft.amount}
        inputMode="decimal"
        maxLength={20}
        error={wrong || null}
        onChange={(event) => set({ amount: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('customers.currency')}
        data-path="value.currency"
        placeholder="EUR"
        value={draft.currency}
        maxLength={3}
        required={given}
        withAsterisk={false}
        onChange={(event) => set({ currency: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('customers.per')}
        data-path="value.per"
        value={draft.per}
        data={(['year', 'month'] as const).map((value) => ({
          value,
          label: t(`customers.perWhat.${value}`),
        }))}
        onChange={(event) => set({ per: event.currentTarget.value === 'month' ? 'month' : 'year' })}
      />
      <Source draft={draft} set={set} />
    </fieldset>
  );
}

/** Where the figure comes from, and of which day it is. */
function Source({ draft, set }: Props) {
  const { t } = useTranslation();
  const given = draft.amount.trim() !== '';
  return (
    <>
      <TextInput
        size="xs"
        label={t('customers.source')}
        data-path="value.source"
        value={draft.source}
        maxLength={200}
        required={given}
        withAsterisk={false}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('customers.sourceDay')}
        data-path="value.on"
        value={draft.on}
        required={given}
        withAsterisk={false}
        onChange={(event) => set({ on: event.currentTarget.value })}
      />
    </>
  );
}
