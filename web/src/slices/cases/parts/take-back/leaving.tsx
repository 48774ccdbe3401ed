import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../api/server-time.ts';
import { useKeys } from '../../../../ui/keys/use-keys.ts';
import styles from './take-back.module.css';
import { useCtrlZ } from './use-ctrl-z.ts';

const takeBackKey = navigator.platform.startsWith('Mac') ? '⌘Z' : 'Ctrl Z';

type Props = {
  /** When it leaves, as the server's clock says, in ms. */
  until: number;
  words: (seconds: number) => string;
  /** The field from which it was sent. */
  from: HTMLElement | null;
  onTakeBack: () => void;
  onOver: () => void;
};

/** What was sent and is still here, second by second; Ctrl Z takes it back, or `z` outside of a field. */
export function Leaving({ until, words, from, onTakeBack, onOver }: Props) {
  const { t } = useTranslation();
  const seconds = useSecondsTo(until, onOver);
  useKeys({ takeBack: onTakeBack });
  useCtrlZ(onTakeBack, from);
  return (
    <div className={styles.leaving}>
      {/* Said once, not at every second. */}
      <span aria-hidden>{words(seconds)}</span>
      <span className={styles.said}>{words(10)}</span>
      <Button size="xs" variant="default" onClick={onTakeBack}>
        {t('takeBack.act')} <kbd>{takeBackKey}</kbd>
      </Button>
    </div>
  );
}

function useSecondsTo(until: number, onOver: () => void): number {
  const [now, setNow] = useState(serverNow);
  const over = now >= until;
  useEffect(() => {
    if (over) {
      onOver();
      return undefined;
    }
    const timer = setTimeout(() => setNow(serverNow()), 250);
    return () => clearTimeout(timer);
  });
  return Math.max(0, Math.ceil((until - now) / 1000));
}
