import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import styles from './customer.module.css';
import { ChangeButton } from './quiet.tsx';

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
  const { isOpen, open, close, button } = useOpened();
  if (isOpen) return <li>{renderForm(close)}</li>;
  return (
    <li className={styles.line}>
      <div className={styles.written}>{children}</div>
      {mayChange && (
        <ChangeButton ref={button} name={t('customers.changeWhich', { what })} onClick={open} />
      )}
    </li>
  );
}
