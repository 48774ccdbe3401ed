import type { CaseFacts, FactValue } from '@baton/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OnKeeper, useKept } from '../../../ui/use-kept.ts';
import { KeptSign } from '../../calls/parts/kept-sign.tsx';
import { setFacts } from '../../cases/doing.ts';
import { FactField } from '../../cases/parts/facts/fact-field.tsx';
import { KnownFact } from '../../cases/parts/facts/known-fact.tsx';
import { factsQuery } from '../../cases/queries.ts';
import { openIntakeQuery } from '../queries.ts';
import styles from './intake.module.css';

type Props = { caseId: string; topic: string; onKeeper: OnKeeper };

/** What the topic asks, one after the other; what the customer said before is offered, not asked. */
export function Questions(props: Props) {
  const { data: facts } = useQuery(factsQuery(props.caseId, props.topic));
  if (!facts || facts.items.length === 0) return null;
  return <Asked {...props} facts={facts} />;
}

type Answers = Record<string, FactValue | null>;

function Asked({ caseId, topic, onKeeper, facts }: Props & { facts: CaseFacts }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [again, setAgain] = useState<string[]>([]);
  const { edits, change, keepNow, state, error } = useKept<Answers>(async (given) => {
    const answers = Object.entries(given).map(([question, value]) => ({
      question,
      value: value ?? null,
      askedAgain: again.includes(question),
    }));
    await setFacts(caseId, answers);
    await client.invalidateQueries({ queryKey: factsQuery(caseId, topic).queryKey });
    await client.invalidateQueries({ queryKey: openIntakeQuery.queryKey });
  });
  useEffect(() => onKeeper(keepNow), [onKeeper, keepNow]);
  const valueOf = (question: string, value: FactValue | null) =>
    edits[question] === undefined ? value : edits[question];
  return (
    <fieldset className={styles.questions}>
      <legend>{t('intake.questions')}</legend>
      <p role="status" className={facts.complete ? styles.complete : styles.missing}>
        {facts.complete
          ? t('intake.complete')
          : t('intake.stillMissing', { number: facts.missing.length })}
      </p>
      {facts.items.map(({ question, value, asked, known }) => {
        const shown = valueOf(question.id, value);
        if (known && shown === null && !again.includes(question.id)) {
          return (
            <KnownFact
              key={question.id}
              question={question}
              known={known}
              isBusy={false}
              onTake={() => change({ [question.id]: known.value })}
              onAsk={() => setAgain((before) => [...before, question.id])}
            />
          );
        }
        return (
          <div key={question.id} className={styles.question}>
            <FactField
              caseId={caseId}
              question={question}
              asked={asked}
              isMissing={facts.missing.includes(question.id)}
              value={shown}
              onChange={(next) => change({ [question.id]: next })}
            />
          </div>
        );
      })}
      <KeptSign state={state} error={error} />
    </fieldset>
  );
}
