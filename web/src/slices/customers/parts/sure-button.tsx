import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  name: string;
  /** What is asked before it is done. */
  sure: string;
  label?: string;
  loading?: boolean;
  onSure: () => void;
};

/** Something that one does not do by mistake: asks once, in its own place. */
export function SureButton({ name, sure, label, loading = false, onSure }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setAsked(true)}
      >
        {name}
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" color="red" autoFocus loading={loading} onClick={onSure}>
        {sure}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
        {t('shell.cancel')}
      </Button>
    </>
  );
}
