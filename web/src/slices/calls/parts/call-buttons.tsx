import type { Call } from '@baton/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/keys/commands.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useLength } from '../../../ui/time/use-left.ts';
import { useNow } from '../../../ui/time/now.ts';
import { When } from '../../../ui/time/when.tsx';
import { markCall } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { nextOf } from './next-of.ts';
import styles from './calls.module.css';

/** The one button whose press is the time, beside it what happens now and then. */
export function CallButtons({ call }: { call: Call }) {
  const { t } = useTranslation();
  const now = useNow();
  const length = useLength();
  const marking = useCallAct((kind: Parameters<typeof markCall>[1]) => markCall(call.id, kind));
  const { main, others } = nextOf(call.marks.map(({ kind }) => kind));
  // By name from within any field, as one speaks: Ctrl K, its first letters, Enter.
  useCommands(
    [...(main ? [main] : []), ...others].map((kind) => ({
      name: t(`calls.next.${kind}`),
      run: () => marking.mutate(kind),
    })),
  );
  return (
    <div className={styles.running} role="group" aria-label={t('calls.title')}>
      <ol className={styles.marks}>
        {call.marks.map(({ kind, at }) => (
          <li key={kind + at}>
            {t(`calls.mark.${kind}`)} <When at={at} />
          </li>
        ))}
      </ol>
      <span className={styles.elapsed}>
        {length(
          Math.max(0, (call.endedAt ? Date.parse(call.endedAt) : now) - Date.parse(call.beganAt)),
        )}
      </span>
      <span className={styles.presses}>
        {main && (
          <Button size="md" loading={marking.isPending} onClick={() => marking.mutate(main)}>
            {t(`calls.next.${main}`)}
          </Button>
        )}
        {others.map((kind) => (
          <Button
            key={kind}
            size="md"
            variant="default"
            disabled={marking.isPending}
            onClick={() => marking.mutate(kind)}
          >
            {t(`calls.next.${kind}`)}
          </Button>
        ))}
      </span>
      {marking.error && <ProblemNote error={marking.error} />}
    </div>
  );
}
