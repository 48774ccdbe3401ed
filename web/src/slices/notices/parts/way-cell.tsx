import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useTranslation } from 'react-i18next';
import styles from './choices.module.css';

type Props = { label: string; checked: boolean; isOwn: boolean; onChange: (is: boolean) => void };

/** Whether something is told by a way; a dot beside it where one chose so oneself. */
export function WayCell({ label, checked, isOwn, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <td>
      <span className={styles.cell}>
        <Checkbox
          aria-label={label}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {isOwn && (
          <span className={styles.own} role="img" aria-label={t('noticeChoices.ownMark')} />
        )}
      </span>
    </td>
  );
}
