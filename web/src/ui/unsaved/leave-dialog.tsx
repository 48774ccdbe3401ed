import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../keys/use-focus-back.ts';

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
      <p>{t('unsaved.what')}</p>
      <Group gap="sm" mt="md">
        <Button data-autofocus onClick={() => onAnswer(false)}>
          {t('unsaved.stay')}
        </Button>
        <Button variant="default" onClick={() => onAnswer(true)}>
          {t('unsaved.giveUp')}
        </Button>
      </Group>
    </Modal>
  );
}
