import { type AsideReason, reasonsAside } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './mail.module.css';

type Props = {
  /** What the button says that does it. */
  name: string;
  /** What it means. */
  why: string;
  busy: boolean;
  onChosen: (reason: AsideReason) => void;
  onCancel: () => void;
};

/** Asks once, with the reason, before something is set aside. */
export function AsideChoice({ name, why, busy, onChosen, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<AsideReason>('spam');
  return (
    <div className={styles.ask}>
      <p>{why}</p>
      <div className={styles.acts}>
        <NativeSelect
          size="xs"
          aria-label={t('composer.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as AsideReason)}
          data={reasonsAside.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Button size="compact-sm" loading={busy} onClick={() => onChosen(reason)}>
          {name}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('look.cancel')}
        </Button>
      </div>
    </div>
  );
}
