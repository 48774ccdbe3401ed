import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import styles from './people.module.css';

type Props = {
  saving: { mutate: () => void; isPending: boolean; isSuccess: boolean; error: unknown };
  /** Something new is added, something that is there is saved. */
  isNew: boolean;
  mayChange: boolean;
  children: ReactNode;
};

/** The fields of something that is kept, with what came of keeping it. */
export function SavingForm({ saving, isNew, mayChange, children }: Props) {
  const { t } = useTranslation();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <fieldset className={styles.plain} disabled={!mayChange}>
        <div className={styles.fields}>{children}</div>
        {saving.error !== null && <ProblemNote error={saving.error} />}
        {!mayChange && <p className={styles.about}>{t('people.onlyAdmins')}</p>}
        {mayChange && (
          <footer className={styles.foot}>
            <span role="status">{!isNew && saving.isSuccess && t('people.saved')}</span>
            <Button type="submit" loading={saving.isPending}>
              {t(isNew ? 'people.add' : 'people.save')}
            </Button>
          </footer>
        )}
      </fieldset>
    </form>
  );
}
