import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  name: string;
  /** What is asked before it is done. */
  sure: string;
  label?: string;
  /** Whether it stands in little room, at the side. */
  small?: boolean;
  loading?: boolean;
  onSure: () => void;
};

/** Something that one does not do by mistake: asks once, in its own place. */
export function SureButton({ name, sure, label, small = false, loading = false, onSure }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const size = small ? 'compact-sm' : 'sm';
  if (!asked) {
    return (
      <Button
        size={size}
        variant={small ? 'subtle' : 'default'}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setAsked(true)}
      >
        {name}
      </Button>
    );
  }
  return (
    <>
      <Button
        size={size}
        color="red"
        autoFocus
        loading={loading}
        // It stands where the first one stood: a double click is no answer, nor is a key that is held.
        onClick={({ detail }) => detail < 2 && onSure()}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        {sure}
      </Button>
      <Button size={size} variant="default" onClick={() => setAsked(false)}>
        {t('shell.cancel')}
      </Button>
    </>
  );
}
