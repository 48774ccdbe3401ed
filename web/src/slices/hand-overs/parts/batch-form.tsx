import type { Agent, CaseItem, HandoverBatch, Team } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { handOverMany, lookAheadQuery, type Where } from '../queries.ts';
import { CasePicks } from './case-picks.tsx';
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
  const client = useQueryClient();
  const [where, setWhere] = useState<Where>({ direction: 'across', to: null });
  const [reason, setReason] = useState('');
  const [summary, setSummary] = useState('');
  const [left, setLeft] = useState(new Set<string>());
  const ids = cases.map(({ id }) => id).filter((id) => !left.has(id));
  // The same wish, sent again, has one effect; another wish is another.
  const wish = JSON.stringify([ids, where, reason, summary]);
  const key = useMemo(() => (wish ? crypto.randomUUID() : ''), [wish]);
  const isNamed = where.direction !== 'down' || where.to !== null;
  const ahead = useQuery({
    ...lookAheadQuery(ids, where),
    enabled: ids.length > 0 && isNamed,
    placeholderData: keepPreviousData,
  });
  const count = ahead.data?.cases.filter(({ id, code }) => code === null && !left.has(id)).length;
  const moving = useMutation({
    mutationFn: () => handOverMany(key, ids, where, { reason, summary }),
    onSuccess: async (batch) => {
      onDone(batch, ids.length);
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
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
          where={where}
          reason={reason}
          teams={teams}
          agents={agents}
          onWhere={setWhere}
          onReason={setReason}
        />
        <Textarea
          className={styles.wide}
          label={t('composer.summary')}
          description={t('batch.summaryHow')}
          value={summary}
          required
          withAsterisk={false}
          autosize={false}
          rows={3}
          maxLength={20_000}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      </div>
      <CasePicks
        cases={cases}
        left={left}
        onLeave={setLeft}
        ahead={isNamed ? ahead.data : undefined}
      />
      {ahead.error && <ProblemNote error={ahead.error} onAgain={() => void ahead.refetch()} />}
      {moving.error && <ProblemNote error={moving.error} kept={t('composer.kept')} />}
      <footer className={styles.foot}>
        <Button
          type="submit"
          loading={moving.isPending}
          disabled={!isNamed || reason === '' || summary.trim() === '' || !count}
        >
          {t('batch.handOver', { count: count ?? 0 })}
        </Button>
      </footer>
    </form>
  );
}
