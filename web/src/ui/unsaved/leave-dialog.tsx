import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../keys/use-focus-back.ts';
import styles from './leave-dialog.module.css';

/** Asks once whether what was typed is to be given up; Escape stays. */
export function LeaveDialog({ onAnswer }: { onAnswer: (givesUp: boolean) => void }) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={() => onAnswer(false)}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <p className={styles.what}>{t('unsaved.what')}</p>
      <div className={styles.acts}>
        <Button data-autofocus onClick={() => onAnswer(false)}>
          {t('unsaved.stay')}
        </Button>
        <Button variant="default" onClick={() => onAnswer(true)}>
          {t('unsaved.giveUp')}
        </Button>
      </div>
    </Modal>
  );
}
