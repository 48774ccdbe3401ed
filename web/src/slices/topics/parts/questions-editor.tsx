import type { Question } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../ui/label-of.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { putQuestions, type DraftQuestion } from '../doing.ts';
import { questionsQuery } from '../queries.ts';
import { useSaving } from '../use-saving.ts';
import { QuestionFields } from './question-fields.tsx';
import styles from './topics.module.css';

/** What is asked about cases of a topic, in its order. */
export function QuestionsEditor({ topicId }: { topicId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(questionsQuery(topicId));
  return (
    <section className={styles.questions}>
      <h2>{t('topics.questions')}</h2>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {data && <Inherited questions={data.inherited} />}
      {data && (
        <OwnQuestions
          key={data.own.map(({ id }) => id).join(' ')}
          topicId={topicId}
          questions={data.own}
        />
      )}
    </section>
  );
}

function Inherited({ questions }: { questions: Question[] }) {
  const { t, i18n } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <p className={styles.intro}>
      {t('topics.askedAbove')}{' '}
      {questions.map(({ labels }) => labelOf(labels, i18n.language)).join(' · ')}
    </p>
  );
}

type OwnProps = { topicId: string; questions: Question[] };

function OwnQuestions({ topicId, questions }: OwnProps) {
  const { t } = useTranslation();
  const [items, setItems] = useState<Draft[]>(() => questions.map(draftOf));
  const [changed, setChanged] = useState(false);
  const change = (next: Draft[]) => {
    setItems(next);
    setChanged(true);
  };
  const saving = useSaving(
    () => putQuestions(topicId, items.map(asKept)),
    'topics',
    () => setChanged(false),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      {items.length === 0 && <p className={styles.none}>{t('topics.noQuestions')}</p>}
      <ol>
        {items.map((item, place) => (
          <li key={item.key}>
            <QuestionFields
              path={`items.${place}`}
              question={item}
              isFirst={place === 0}
              isLast={place === items.length - 1}
              onChange={(next) => change(items.with(place, { ...next, key: item.key }))}
              onMove={(by) => change(items.toSpliced(place, 1).toSpliced(place + by, 0, item))}
              onRemove={() => change(items.toSpliced(place, 1))}
            />
          </li>
        ))}
      </ol>
      {saving.error && <ProblemNote error={saving.error} kept={t('composer.kept')} />}
      <footer>
        <Button variant="default" onClick={() => change([...items, newDraft()])}>
          {t('topics.addQuestion')}
        </Button>
        {changed && (
          <Button type="submit" loading={saving.isPending}>
            {t('topics.keepQuestions')}
          </Button>
        )}
      </footer>
    </form>
  );
}

/** The question without its name on the screen. */
function asKept({ id, kind, required, labels, choices }: Draft): DraftQuestion {
  return { ...(id ? { id } : {}), kind, required, labels, choices };
}

/** A question with a name of its own on the screen, by which it keeps its place when it moves. */
type Draft = DraftQuestion & { key: string };

function draftOf({ id, kind, required, labels, choices }: Question): Draft {
  return { key: id, id, kind, required, labels, choices };
}

let made = 0;
function newDraft(): Draft {
  return { key: `new ${(made += 1)}`, kind: 'text', required: true, labels: {}, choices: [] };
}
