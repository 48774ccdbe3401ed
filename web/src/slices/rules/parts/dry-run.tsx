import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import type { RuleInput } from '../doing.ts';
import { DryRunResult } from './dry-run-result.tsx';
import styles from './rules.module.css';
import { useDryRun } from './use-dry-run.ts';

/** What the rule, as it is written now, would have done in the last 30 days; nothing is done. */
export function DryRun({ input }: { input: RuleInput | null }) {
  const { t } = useTranslation();
  const { run, error, isRunning, start } = useDryRun();
  return (
    <section className={styles.part}>
      <h2>{t('teamRules.dry.title')}</h2>
      <p className={styles.hint}>{t('teamRules.dry.how')}</p>
      <Button
        variant="default"
        disabled={!input}
        loading={isRunning}
        onClick={() => input && void start(input)}
      >
        {t('teamRules.dry.run')}
      </Button>
      {error !== null && <ProblemNote error={error} />}
      {run && (
        <>
          <progress
            className={styles.progress}
            aria-label={t('teamRules.dry.title')}
            value={run.looked}
            max={Math.max(run.total, 1)}
          />
          <DryRunResult run={run} input={input} />
        </>
      )}
    </section>
  );
}
