import type { Call } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { durationMs } from '../../../ui/time/left.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { shortTime } from '../../../ui/time/format.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from './calls.module.css';

/** What is known of a call: its times, with whom, what was agreed. */
export function CallRecord({ call }: { call: Call }) {
  const { t } = useTranslation();
  const length = useLength();
  const viewer = useViewer();
  const now = useNow();
  const lengths = (['wait', 'held', 'spoken'] as const).filter(
    (part) => durationMs(call[part]) > 0,
  );
  return (
    <>
      <p className={styles.times}>
        {call.marks
          .map(
            ({ kind, at }) =>
              `${t(`calls.mark.${kind}`)} ${shortTime(Date.parse(at), now, viewer)}`,
          )
          .join(' · ')}
      </p>
      <p className={styles.times}>
        {[
          ...lengths.map((part) => t(`calls.${part}`, { length: length(durationMs(call[part])) })),
          ...(call.number ? [call.number] : []),
        ].join(' · ')}
      </p>
      {call.people.length > 0 && (
        <p className={styles.with}>
          {t('calls.people') + t('shell.colon')}
          {call.people
            .map(({ name, spelling, role }) => [name, spelling, role].filter(Boolean).join(', '))
            .join('; ')}
        </p>
      )}
      {call.agreed.trim() !== '' && (
        <p className="written">
          <b>{t('calls.agreed') + t('shell.colon')}</b>
          {call.agreed.trim()}
        </p>
      )}
    </>
  );
}
