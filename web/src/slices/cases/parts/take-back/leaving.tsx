import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../api/server-time.ts';
import { useKeys } from '../../../../ui/keys/use-keys.ts';
import styles from './take-back.module.css';

const takeBackKey = navigator.platform.startsWith('Mac') ? '⌘Z' : 'Ctrl Z';

type Props = {
  /** When it leaves, as the server's clock says, in ms. */
  until: number;
  words: (seconds: number) => string;
  onTakeBack: () => void;
  onOver: () => void;
};

/** What was sent and is still here, second by second; Ctrl Z takes it back, or `z` outside of a field. */
export function Leaving({ until, words, onTakeBack, onOver }: Props) {
  const { t } = useTranslation();
  const seconds = useSecondsTo(until, onOver);
  useKeys({ takeBack: onTakeBack });
  useCtrlZ(onTakeBack);
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

function useCtrlZ(act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ';
      if (!wanted || isWritten(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before the field, which takes the key for itself even where it has nothing to take back.
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  });
}

/** Where something stands it takes back what was typed; in the field emptied by sending, what was sent. */
function isWritten(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return target.value !== '';
  }
  if (!(target instanceof HTMLElement) || !target.isContentEditable) return false;
  return target.innerText.trim() !== '' || target.querySelector('img') !== null;
}
