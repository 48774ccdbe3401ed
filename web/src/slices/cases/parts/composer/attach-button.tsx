import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ClipIcon } from '../../../../ui/shell/icons.tsx';

/** Chooses files of this computer. */
export function AttachButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<ClipIcon />}
        onClick={() => input.current?.click()}
      >
        {t('composer.attach')}
      </Button>
    </>
  );
}
