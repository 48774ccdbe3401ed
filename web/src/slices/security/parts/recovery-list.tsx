import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './security.module.css';

type Props = { codes: string[]; onKept: () => void };

/** Recovery codes, to be copied or kept as a file, before they are gone. */
export function RecoveryList({ codes, onKept }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className={styles.proof}>
      <p>{t('recovery.why')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button onClick={onKept}>{t('recovery.kept')}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? 'recovery.copied' : 'recovery.copy')}
        </Button>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="baton-recovery-codes.txt"
        >
          {t('recovery.download')}
        </Button>
      </div>
    </div>
  );
}
