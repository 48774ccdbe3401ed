import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { name: string; loading?: boolean; onConfirm: () => void };

/** Something that cannot be taken back: asks once, in its own place. */
export function ConfirmButton({ name, loading = false, onConfirm }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {name}
      </Button>
    );
  }
  return (
    <span>
      <Button color="red" loading={loading} autoFocus onClick={onConfirm}>
        {t('topics.reallyDelete')}
      </Button>{' '}
      <Button variant="default" onClick={() => setAsked(false)}>
        {t('shell.cancel')}
      </Button>
    </span>
  );
}
