import type { Case, CaseFacts, FactValue } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { typed } from '../../../../ui/unsaved/unsaved.ts';
import { topicsQuery } from '../../../people/queries.ts';
import { setFacts } from '../../doing.ts';
import { factsQuery } from '../../queries.ts';
import { type Changed, withAnswer, withoutKept } from './changed.ts';
import { FactField } from './fact-field.tsx';
import { KnownFact } from './known-fact.tsx';
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

/** What was answered and is not kept yet; and what is asked though the answer is known. */
function useAnswers(caseId: string) {
  const client = useQueryClient();
  const [changed, setChanged] = useState<Changed>({});
  const [again, setAgain] = useState<string[]>([]);
  const answers = Object.entries(changed).map(([question, value]) => ({
    question,
    value,
    askedAgain: again.includes(question),
  }));
  const saving = useMutation({
    mutationFn: (given: typeof answers) => setFacts(caseId, given),
    onSuccess: async (_, given) => {
      await client.invalidateQueries({ queryKey: ['cases', 'one', caseId] });
      setChanged((now) => withoutKept(now, given));
    },
  });
  return { changed, setChanged, again, setAgain, answers, saving };
}

type FormProps = { item: Case; facts: CaseFacts; canSet: boolean };

function FactsForm({ item, facts, canSet }: FormProps) {
  const { t } = useTranslation();
  const { changed, setChanged, again, setAgain, answers, saving } = useAnswers(item.id);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Put back to what is kept: there is nothing to ask about.
    if (Object.keys(changed).length === 0) typed.giveUp(form.current);
  }, [changed]);
  const takeOver = (question: string, value: FactValue) =>
    saving.mutate([{ question, value, askedAgain: false }]);
  return (
    <form
      ref={form}
      className={styles.facts}
      onSubmit={(event) => {
        event.preventDefault();
        if (answers.length > 0 && !saving.isPending) saving.mutate(answers);
      }}
    >
      {facts.missing.length > 0 && (
        <p className={styles.missing}>{t('facts.missing', { count: facts.missing.length })}</p>
      )}
      {facts.askedAgain > 0 && (
        <p className={styles.missing}>{t('customers.askedAgain', { count: facts.askedAgain })}</p>
      )}
      <fieldset disabled={!canSet}>
        {facts.items.map(({ question, value, asked, known }) =>
          known && !again.includes(question.id) ? (
            <KnownFact
              key={question.id}
              question={question}
              known={known}
              isBusy={saving.isPending}
              onTake={() => takeOver(question.id, known.value)}
              onAsk={() => setAgain((before) => [...before, question.id])}
            />
          ) : (
            <FactField
              key={question.id}
              caseId={item.id}
              question={question}
              asked={asked}
              isMissing={facts.missing.includes(question.id)}
              value={changed[question.id] === undefined ? value : changed[question.id]!}
              onChange={(next) =>
                setChanged((before) => withAnswer(before, question.id, value, next))
              }
            />
          ),
        )}
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
