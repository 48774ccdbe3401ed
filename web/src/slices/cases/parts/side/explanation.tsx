import type { CaseClock, ClockLine } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { durationMs } from '../../../../ui/time/left.ts';
import { useLength } from '../../../../ui/time/use-left.ts';
import { When } from '../../../../ui/time/when.tsx';
import styles from './side.module.css';

/** The holding time, line by line: what counted, what did not, what was added. */
export function Explanation({ clock }: { clock: CaseClock }) {
  const { t } = useTranslation();
  const length = useLength();
  return (
    <table className={styles.lines}>
      <tbody>
        <tr>
          <th scope="row">{t('clock.holdingTime')}</th>
          <td>{length(durationMs(clock.holdingTime))}</td>
        </tr>
        {clock.explanation.map((line) => (
          <Line key={`${line.kind}${line.from}`} line={line} />
        ))}
        {clock.remaining && (
          <tr className={styles.sum}>
            <th scope="row">{t('clock.remaining')}</th>
            <td>{length(durationMs(clock.remaining))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const corrections = new Set<ClockLine['kind']>([
  'resumed_at_least',
  'holding_time_changed',
  'calendar_changed',
  'counted_before',
  'handed_down',
]);

function Line({ line }: { line: ClockLine }) {
  const { t } = useTranslation();
  const length = useLength();
  const ms = durationMs(line.length);
  const isChange = corrections.has(line.kind);
  const sign = line.counted ? '−' : isChange ? (ms < 0 ? '−' : '+') : '';
  return (
    <tr className={line.counted || isChange ? undefined : styles.uncounted}>
      <th scope="row">
        {t(`clock.${line.kind}`)}
        <small>
          <When at={line.from} />
          {!isChange && <> – {line.to ? <When at={line.to} /> : t('clock.now')}</>}
        </small>
      </th>
      <td>
        {sign} {length(ms)}
        {!line.counted && !isChange && <small>{t('clock.notCounted')}</small>}
      </td>
    </tr>
  );
}
