import type { Topic } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { topicsQuery } from '../../people/queries.ts';
import { inTree } from '../../people/topic-tree.ts';
import { QuestionsEditor } from '../parts/questions-editor.tsx';
import { TopicForm } from '../parts/topic-form.tsx';
import styles from '../parts/topics.module.css';

/** The tree of topics, and the chosen one with what it asks. */
export function Topics() {
  const { t } = useTranslation();
  const topics = useQuery(topicsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = topics.data ?? [];
  const topic = all.find((one) => one.id === chosen) ?? null;
  return (
    <Page title={t('topics.title')} back="/settings">
      <p className={styles.intro}>{t('topics.intro')}</p>
      {topics.error && <ProblemNote error={topics.error} onAgain={() => void topics.refetch()} />}
      <div className={styles.columns}>
        <div>
          <Tree topics={all} chosen={chosen} onChoose={(id) => goThen(() => setChosen(id))} />
          <Button variant="default" onClick={() => goThen(() => setChosen('new'))}>
            {t('topics.add')}
          </Button>
        </div>
        <div>
          {chosen === 'new' && (
            <TopicForm key="new" topic={null} topics={all} onDone={(id) => setChosen(id)} />
          )}
          {topic && (
            <>
              <TopicForm key={topic.id} topic={topic} topics={all} onDone={setChosen} />
              <QuestionsEditor key={`questions of ${topic.id}`} topicId={topic.id} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

type TreeProps = { topics: Topic[]; chosen: string | null; onChoose: (id: string) => void };

function Tree({ topics, chosen, onChoose }: TreeProps) {
  const { t } = useTranslation();
  const { isSuccess } = useQuery(topicsQuery);
  if (isSuccess && topics.length === 0) return <p className={styles.none}>{t('topics.none')}</p>;
  return (
    <ul className={styles.tree}>
      {inTree(topics).map(({ topic, path }) => (
        <li key={topic.id} style={{ paddingInlineStart: `${(path.length - 1) * 18}px` }}>
          <button
            type="button"
            aria-current={topic.id === chosen || undefined}
            onClick={() => onChoose(topic.id)}
          >
            {topic.name}
            <small>{topic.active ? (topic.effective.team?.name ?? '') : t('topics.retired')}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
