import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine } from '../../live/line.ts';
import styles from './line-sign.module.css';

/** A line that comes back at once is not worth a word. */
const patienceMs = 5_000;

/** A quiet sign while this screen does not hear what others do. */
export function LineSign() {
  const { t } = useTranslation();
  const line = useLine();
  const since = line.live ? null : line.since.getTime();
  const [saidOf, setSaidOf] = useState<number | null>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => setSaidOf(since), patienceMs);
    return () => window.clearTimeout(timer);
  }, [since]);
  const shown = since !== null && saidOf === since;
  return (
    <p role="status" className={shown ? styles.sign : styles.none}>
      {shown && t('shell.notLive')}
    </p>
  );
}
