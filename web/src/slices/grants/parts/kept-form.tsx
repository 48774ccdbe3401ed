import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { accessSettingsQuery, changeAccessSettings } from '../access-queries.ts';
import styles from './grants.module.css';

/** For how many months it is kept who saw what. */
export function KeptForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(accessSettingsQuery);
  const [typed, setTyped] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: (months: number) => changeAccessSettings({ months }),
    onSuccess: (settings) => {
      client.setQueryData(accessSettingsQuery.queryKey, settings);
      setTyped(null);
    },
  });
  if (!data) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== null && !saving.isPending) saving.mutate(Number(typed));
      }}
    >
      {saving.error && <ProblemNote error={saving.error} />}
      <div className={styles.acts}>
        <TextInput
          type="number"
          min={1}
          max={120}
          required
          withAsterisk={false}
          label={t('accessLog.months')}
          data-path="months"
          description={t('accessLog.monthsHow')}
          value={typed ?? String(data.months)}
          onChange={(event) => {
            saving.reset();
            setTyped(event.currentTarget.value);
          }}
        />
        <Button
          type="submit"
          variant="default"
          disabled={typed === null}
          loading={saving.isPending}
        >
          {t('accessLog.keep')}
        </Button>
        <span role="status">{saving.isSuccess && t('accessLog.saved')}</span>
      </div>
    </form>
  );
}
