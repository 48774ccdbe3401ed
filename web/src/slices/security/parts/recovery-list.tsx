import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './security.module.css';

type Props = { codes: string[]; onKept: () => void };

/** Recovery codes, to be copied or kept as a file, before they are gone. */
export function RecoveryList({ codes, onKept }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  const list = useRef<HTMLUListElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not allowed, or not there, as on a page that is not encrypted: marked, any key for copying takes them.
      getSelection()?.selectAllChildren(list.current!);
      setCopied(document.execCommand('copy'));
    }
  };
  return (
    <div className={styles.proof}>
      <p>{t('recovery.why')}</p>
      <ul ref={list} className={styles.codes}>
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
