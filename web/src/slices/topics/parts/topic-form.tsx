import { urgencies, type Topic } from '@baton/contract';
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { changeTopic, createTopic, deleteTopic } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { TopicFields, type TopicDraft } from './topic-fields.tsx';
import styles from './topics.module.css';

type Props = {
  topic: Topic | null;
  topics: Topic[];
  /** After it was kept, its id; after it was deleted, null. */
  onDone: (id: string | null) => void;
};

/** A topic: its name and place, and what it has of its own. */
export function TopicForm({ topic, topics, onDone }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(topic));
  const [active, setActive] = useState(topic?.active ?? true);
  const saving = useSaving(
    () =>
      topic ? changeTopic(topic.id, { ...inputOf(draft), active }) : createTopic(inputOf(draft)),
    'topics',
    ({ id }) => onDone(id),
  );
  const deleting = useSaving(
    () => deleteTopic(topic?.id ?? ''),
    'topics',
    () => onDone(null),
  );
  const error = saving.error ?? deleting.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <TopicFields
        topic={topic}
        topics={topics}
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      {topic && (
        <Switch
          label={t('topics.active')}
          data-path="active"
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      )}
      {error && <ProblemNote error={error} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('topics.keep')}
        </Button>
        {topic && (
          <SureButton
            name={t('topics.delete')}
            sure={t('topics.reallyDelete')}
            loading={deleting.isPending}
            onSure={() => deleting.mutate()}
          />
        )}
      </footer>
    </form>
  );
}

function draftOf(topic: Topic | null): TopicDraft {
  return {
    name: topic?.name ?? '',
    parent: topic?.parent ?? '',
    team: topic?.team?.id ?? '',
    urgency: topic?.urgency ?? '',
    responsible: topic?.responsible?.id ?? '',
  };
}

/** What was left empty comes from the topic above. */
function inputOf(draft: TopicDraft) {
  return {
    name: draft.name,
    parent: draft.parent || null,
    team: draft.team || null,
    urgency: urgencies.find((one) => one === draft.urgency) ?? null,
    responsible: draft.responsible || null,
  };
}
