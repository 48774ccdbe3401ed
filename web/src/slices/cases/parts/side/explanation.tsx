import type { Case, ClockLine } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { durationMs } from '../../../../ui/time/left.ts';
import { useLength } from '../../../../ui/time/use-left.ts';
import { When } from '../../../../ui/time/when.tsx';
import { clockQuery } from '../../queries.ts';
import { fold, type Folded } from './fold.ts';
import styles from './side.module.css';

/** The holding time, line by line: what counted, what did not and why, what was added. */
export function Explanation({ item }: { item: Case }) {
  const { t } = useTranslation();
  const length = useLength();
  const { data: clock, error, refetch } = useQuery(clockQuery(item.id, item.version));
  if (error) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (!clock) return <p className={styles.fact}>{t('pressing.loading')}</p>;
  return (
    <table className={styles.lines}>
      <tbody>
        <tr>
          <th scope="row">{t('clock.holdingTime')}</th>
          <td>{length(durationMs(clock.holdingTime))}</td>
        </tr>
        <Rows lines={clock.lines} />
        {clock.remaining && (
          <tr className={styles.sum}>
            <th scope="row">{t('clock.remaining')}</th>
            <td>{length(durationMs(clock.remaining))}</td>
          </tr>
        )}
        {clock.ahead.length > 1 && (
          <>
            <tr className={styles.sum}>
              <th scope="row" colSpan={2}>
                {t('pressing.ahead')}
              </th>
            </tr>
            <Rows lines={clock.ahead} />
          </>
        )}
      </tbody>
    </table>
  );
}

function Rows({ lines }: { lines: ClockLine[] }) {
  return fold(lines).map((folded) => {
    const [first] = folded.lines;
    const key = `${first.kind}${first.from}`;
    return 'times' in folded ? <Days key={key} folded={folded} /> : <Line key={key} line={first} />;
  });
}

function Days({ folded }: { folded: Extract<Folded, { times: number }> }) {
  const { t } = useTranslation();
  const length = useLength();
  return (
    <tr>
      <th scope="row">
        {t('pressing.days')}
        <small>
          <When at={folded.from} /> – {folded.to ? <When at={folded.to} /> : t('clock.now')}
        </small>
        <small>{t('pressing.daysHow', { times: folded.times })}</small>
        <details>
          <summary>{t('pressing.why')}</summary>
          <table className={styles.lines}>
            <tbody>
              {folded.lines.map((line) => (
                <Line key={line.from} line={line} />
              ))}
            </tbody>
          </table>
        </details>
      </th>
      <td>− {length(folded.countedMs)}</td>
    </tr>
  );
}

/** What takes nothing from the time, but says why it is as it is. */
const changes = new Set<ClockLine['kind']>([
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
  const isChange = changes.has(line.kind);
  const sign = line.counted ? '−' : isChange ? (ms < 0 ? '−' : '+') : '';
  return (
    <tr className={line.counted || isChange ? undefined : styles.uncounted}>
      <th scope="row">
        {t(`clock.${line.kind}`)}
        {line.name && t('shell.colon') + line.name}
        <small>
          <When at={line.from} />
          {!isChange && <> – {line.to ? <When at={line.to} /> : t('clock.now')}</>}
        </small>
      </th>
      <td>
        {(ms !== 0 || !isChange) && `${sign} ${length(ms)}`}
        {!line.counted && !isChange && <small>{t('clock.notCounted')}</small>}
      </td>
    </tr>
  );
}
