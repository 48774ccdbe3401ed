import type { Agent, CaseItem, HandoverBatch, Team } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { CasePicks } from './case-picks.tsx';
import { useBatch } from './use-batch.ts';
import { WhereFields } from './where-fields.tsx';
import styles from './hand-overs.module.css';

type Props = {
  cases: CaseItem[];
  teams: Team[];
  agents: Agent[];
  onDone: (batch: HandoverBatch, asked: number) => void;
};

/** Where the chosen cases go and why; it is seen of each beforehand, and done with one press. */
export function BatchForm({ cases, teams, agents, onDone }: Props) {
  const { t } = useTranslation();
  const batch = useBatch(cases, onDone);
  const { ahead, moving } = batch;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        moving.mutate();
      }}
    >
      <div className={styles.fields}>
        <WhereFields
          where={batch.where}
          reason={batch.reason}
          teams={teams}
          agents={agents}
          onWhere={batch.setWhere}
          onReason={batch.setReason}
        />
        <Textarea
          className={styles.wide}
          label={t('composer.summary')}
          description={t('batch.summaryHow')}
          value={batch.summary}
          required
          withAsterisk={false}
          rows={3}
          maxLength={20_000}
          onChange={(event) => batch.setSummary(event.currentTarget.value)}
        />
      </div>
      <CasePicks cases={cases} left={batch.left} onLeave={batch.setLeft} ahead={batch.seen} />
      {ahead.error && <ProblemNote error={ahead.error} onAgain={() => void ahead.refetch()} />}
      {moving.error && <ProblemNote error={moving.error} kept={t('composer.kept')} />}
      <footer className={styles.foot}>
        {batch.staying > 0 && <p>{t('batch.staying', { count: batch.staying })}</p>}
        <Button type="submit" loading={moving.isPending} disabled={!batch.ready}>
          {t('batch.handOver', { count: batch.count })}
        </Button>
      </footer>
    </form>
  );
}
