import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { changeDefaults } from '../choice-queries.ts';
import styles from './choices.module.css';

/** After how many days it is forgotten who was told what. */
export function KeepDays({ days }: { days: number }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<number | string>(days);
  const saving = useSaving(() => changeDefaults({ keepDays: Number(given) }), 'notice-defaults');
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <NumberInput
        label={t('noticeChoices.keepDays')}
        data-path="keepDays"
        description={t('noticeChoices.keepDaysHow')}
        value={given}
        onChange={setGiven}
        min={30}
        max={3650}
        allowDecimal={false}
        required
      />
      {saving.error && <ProblemNote error={saving.error} />}
      <footer className={styles.foot}>
        <Button type="submit" variant="default" loading={saving.isPending}>
          {t('noticeChoices.keep')}
        </Button>
        <span role="status">{saving.isSuccess && t('noticeChoices.kept')}</span>
      </footer>
    </form>
  );
}
