import type { MailSettings } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeLimits, mailSettingsQuery } from '../inbound-queries.ts';
import styles from './limits-form.module.css';

type Limits = MailSettings['limits'];
type Field = {
  path: string;
  label: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
};

/** The numbers above which mail is too much; what was typed stays when it is refused. */
export function LimitsForm({ limits }: { limits: Limits }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped] = useState(limits);
  const keeping = useMutation({
    mutationFn: () => changeLimits(typed),
    onSuccess: (settings) => client.setQueryData(mailSettingsQuery.queryKey, settings),
  });
  const automatic = (name: keyof Limits['automatic'], max: number): Field => ({
    path: `limits.automatic.${name}`,
    label: t(`limits.${name}`),
    value: typed.automatic[name],
    max,
    onChange: (value) => setTyped({ ...typed, automatic: { ...typed.automatic, [name]: value } }),
  });
  const breaker = (name: keyof Limits['breaker'], max: number): Field => ({
    path: `limits.breaker.${name}`,
    label: t(`limits.${name}`),
    value: typed.breaker[name],
    max,
    onChange: (value) => setTyped({ ...typed, breaker: { ...typed.breaker, [name]: value } }),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate();
      }}
    >
      <p>{t('limits.intro')}</p>
      <Numbers
        title={t('limits.automatic')}
        fields={[automatic('hour', 100), automatic('day', 500)]}
      />
      <Numbers
        title={t('limits.breaker')}
        fields={[
          breaker('sender', 10_000),
          breaker('domain', 1_000_000),
          breaker('channel', 1_000_000),
        ]}
      />
      <p>{t('limits.breakerHow')}</p>
      {keeping.error && <ProblemNote error={keeping.error} />}
      <Button type="submit" loading={keeping.isPending}>
        {t('limits.keep')}
      </Button>
    </form>
  );
}

function Numbers({ title, fields }: { title: string; fields: Field[] }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {fields.map(({ path, label, value, max, onChange }) => (
        <TextInput
          key={path}
          data-path={path}
          type="number"
          label={label}
          min={1}
          max={max}
          required
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      ))}
    </fieldset>
  );
}
