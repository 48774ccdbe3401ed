import type { CaseEventShape } from '@baton/contract';
import { When } from '../../../../ui/time/when.tsx';
import { useEventWords } from './use-event-words.ts';
import styles from './conversation.module.css';

const bad = new Set([
  'lapsed',
  'first_reply_missed',
  'delivery_failed',
  'complained',
  'accountability_opened',
]);

/** One fact about the case as a thin line. */
export function EventLine({ event }: { event: CaseEventShape }) {
  const words = useEventWords(event);
  return (
    <p className={bad.has(event.kind) ? `${styles.event} ${styles.bad}` : styles.event}>
      <span>
        {words} · <When at={event.at} />
      </span>
    </p>
  );
}
