import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './customer.module.css';

type Props = {
  /** What it is called, for whoever does not see in which row the button stands. */
  what: string;
  mayChange: boolean;
  /** In the place of the row, while it is changed. */
  renderForm: (close: () => void) => ReactNode;
  children: ReactNode;
};

/** A row of a list that is changed, or taken away, where it stands. */
export function OpenRow({ what, mayChange, renderForm, children }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (open) return <li>{renderForm(() => setOpen(false))}</li>;
  return (
    <li className={styles.line}>
      <div className={styles.written}>{children}</div>
      {mayChange && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('customers.changeWhich', { what })}
          onClick={() => setOpen(true)}
        >
          {t('customers.change')}
        </Button>
      )}
    </li>
  );
}
