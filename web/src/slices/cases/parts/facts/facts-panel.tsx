import type { Case, CaseFacts, FactValue } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { topicsQuery } from '../../../people/queries.ts';
import { setFacts } from '../../doing.ts';
import { factsQuery } from '../../queries.ts';
import { FactField } from './fact-field.tsx';
import styles from './facts.module.css';

/** What is known of a case, what is still missing, and who answers for its topic. */
export function FactsPanel({ item, canSet }: { item: Case; canSet: boolean }) {
  const { t } = useTranslation();
  const { data: facts } = useQuery(factsQuery(item.id, item.topic?.id ?? null));
  const { data: topics = [] } = useQuery(topicsQuery);
  const responsible = topics.find((one) => one.id === item.topic?.id)?.effective.responsible;
  const isEmpty = !facts || facts.items.length === 0;
  if (isEmpty && !responsible) return null;
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      {responsible && <p className={styles.who}>{t('facts.responsible', responsible)}</p>}
      {!isEmpty && <FactsForm item={item} facts={facts} canSet={canSet} />}
    </section>
  );
}

type FormProps = { item: Case; facts: CaseFacts; canSet: boolean };

function FactsForm({ item, facts, canSet }: FormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [changed, setChanged] = useState<Record<string, FactValue | null>>({});
  const answers = Object.entries(changed).map(([question, value]) => ({ question, value }));
  const saving = useMutation({
    mutationFn: () => setFacts(item.id, answers),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cases', 'one', item.id] });
      setChanged({});
    },
  });
  return (
    <form
      className={styles.facts}
      onSubmit={(event) => {
        event.preventDefault();
        if (answers.length > 0 && !saving.isPending) saving.mutate();
      }}
    >
      {facts.missing.length > 0 && (
        <p className={styles.missing}>{t('facts.missing', { count: facts.missing.length })}</p>
      )}
      <fieldset disabled={!canSet}>
        {facts.items.map(({ question, value, asked }) => (
          <FactField
            key={question.id}
            caseId={item.id}
            question={question}
            asked={asked}
            isMissing={facts.missing.includes(question.id)}
            value={changed[question.id] === undefined ? value : changed[question.id]!}
            onChange={(next) => setChanged((before) => ({ ...before, [question.id]: next }))}
          />
        ))}
      </fieldset>
      {saving.error && <ProblemNote error={saving.error} kept={t('composer.kept')} />}
      {answers.length > 0 && (
        <Button type="submit" size="compact-sm" loading={saving.isPending}>
          {t('facts.keep')}
        </Button>
      )}
    </form>
  );
}
