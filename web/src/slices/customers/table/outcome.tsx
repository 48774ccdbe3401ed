import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { outcomes } from './cut.ts';
import { Lines } from './lines.tsx';
import { reportOf } from './report.ts';
import { saveAs } from './save-as.ts';
import styles from './table.module.css';
import type { Run } from './use-import.ts';

type Props = { run: Run; onKeep: () => void; onGoOn: () => void; onAnother: () => void };

/** What came of a table, or would: how much of it, then row by row, with a report to keep. */
export function Outcome({ run, onKeep, onGoOn, onAnother }: Props) {
  const { t } = useTranslation();
  const { lines, dryRun, busy, error, name } = run;
  return (
    <section>
      <h2>{t(dryRun ? 'customerTable.preview' : 'customerTable.result', { name })}</h2>
      {busy && <Progress run={run} />}
      {Boolean(error) && (
        <ProblemNote
          error={error}
          {...(dryRun ? {} : { kept: t('customerTable.keptUntil', { count: lines.length }) })}
          onAgain={onGoOn}
        />
      )}
      {!busy && (
        <>
          <Counts run={run} />
          {!error && <Acts run={run} onKeep={onKeep} onAnother={onAnother} />}
          <Rows run={run} />
        </>
      )}
    </section>
  );
}

function Progress({ run: { table, lines, dryRun } }: { run: Run }) {
  const { t } = useTranslation();
  const so = { done: lines.length, all: table.rows };
  const words = t(dryRun ? 'customerTable.looking' : 'customerTable.keeping', so);
  return (
    <p className={styles.progress}>
      <progress value={lines.length} max={table.rows} aria-label={words} />
      <span role="status">{words}</span>
    </p>
  );
}

/** How many rows there are of each outcome that there is, in words. */
function useCounts({ lines, dryRun }: Run) {
  const { t } = useTranslation();
  return outcomes.flatMap((name) => {
    const count = lines.filter(({ outcome }) => outcome === name).length;
    if (count === 0) return [];
    const how = dryRun ? ('would' as const) : ('did' as const);
    return [{ name, words: t(`customerTable.${how}.${name}`, { count }) }];
  });
}

function Counts({ run }: { run: Run }) {
  const counts = useCounts(run);
  return (
    <div role="status">
      <ul className={styles.counts}>
        {counts.map(({ name, words }) => (
          <li key={name} data-refused={name === 'refused' || undefined}>
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Acts({ run, onKeep, onAnother }: Omit<Props, 'onGoOn'>) {
  const { t } = useTranslation();
  const { lines, dryRun } = run;
  const useful = lines.filter(({ outcome }) => outcome === 'made' || outcome === 'changed').length;
  const report = () => saveAs('customers-report.csv', reportOf(t, lines, dryRun));
  return (
    <div className={styles.acts}>
      {dryRun ? (
        useful > 0 && <Button onClick={onKeep}>{t('customerTable.keep', { count: useful })}</Button>
      ) : (
        <Button onClick={onAnother}>{t('customerTable.another')}</Button>
      )}
      <Button variant="default" onClick={report}>
        {t('customerTable.report')}
      </Button>
      {dryRun && (
        <Button variant="subtle" onClick={onAnother}>
          {t('shell.cancel')}
        </Button>
      )}
    </div>
  );
}

/** The rows, all of them or those of one outcome. */
function Rows({ run }: { run: Run }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(typeof outcomes)[number] | null>(null);
  const counts = useCounts(run);
  const all = { value: '', label: t('customerTable.all', { count: run.lines.length }) };
  return (
    <>
      {counts.length > 1 && (
        <NativeSelect
          className={styles.filter}
          size="xs"
          label={t('customerTable.show')}
          value={shown ?? ''}
          data={[all, ...counts.map(({ name, words }) => ({ value: name, label: words }))]}
          onChange={({ currentTarget: { value } }) =>
            setShown(outcomes.find((one) => one === value) ?? null)
          }
        />
      )}
      <Lines
        key={shown}
        dryRun={run.dryRun}
        lines={run.lines.filter(({ outcome }) => shown === null || outcome === shown)}
      />
    </>
  );
}
