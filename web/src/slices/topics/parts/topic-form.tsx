import { urgencies, type Topic } from '@baton/contract';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { agentsQuery, teamsQuery } from '../../people/queries.ts';
import { inTree } from '../../people/topic-tree.ts';
import { changeTopic, createTopic, deleteTopic } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { ConfirmButton } from './confirm-button.tsx';
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
  const [name, setName] = useState(topic?.name ?? '');
  const [parent, setParent] = useState(topic?.parent ?? '');
  const [team, setTeam] = useState(topic?.team?.id ?? '');
  const [urgency, setUrgency] = useState<string>(topic?.urgency ?? '');
  const [responsible, setResponsible] = useState(topic?.responsible?.id ?? '');
  const [active, setActive] = useState(topic?.active ?? true);
  const input = {
    name,
    parent: parent || null,
    team: team || null,
    urgency: urgencies.find((one) => one === urgency) ?? null,
    responsible: responsible || null,
  };
  const saving = useSaving(
    () => (topic ? changeTopic(topic.id, { ...input, active }) : createTopic(input)),
    'topics',
    ({ id }) => onDone(id),
  );
  const deleting = useSaving(
    () => deleteTopic(topic?.id ?? ''),
    'topics',
    () => onDone(null),
  );
  const choices = useChoices(topic, topics);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <TextInput
        label={t('topics.name')}
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('topics.below')}
        value={parent}
        onChange={(event) => setParent(event.currentTarget.value)}
        data={choices.parents}
      />
      <NativeSelect
        label={t('topics.team')}
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
        data={choices.teams}
      />
      <NativeSelect
        label={t('topics.urgency')}
        value={urgency}
        onChange={(event) => setUrgency(event.currentTarget.value)}
        data={choices.urgencies}
      />
      <NativeSelect
        label={t('topics.responsible')}
        value={responsible}
        onChange={(event) => setResponsible(event.currentTarget.value)}
        data={choices.agents}
      />
      {topic && (
        <Switch
          label={t('topics.active')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      )}
      {(saving.error ?? deleting.error) && <ProblemNote error={saving.error ?? deleting.error} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('topics.keep')}
        </Button>
        {topic && (
          <ConfirmButton
            name={t('topics.delete')}
            loading={deleting.isPending}
            onConfirm={() => deleting.mutate()}
          />
        )}
      </footer>
    </form>
  );
}

/** What can be chosen; what is not its own comes from the topic above, or from the company. */
function useChoices(topic: Topic | null, topics: Topic[]) {
  const { t } = useTranslation();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });
  const inherited = { value: '', label: t('topics.inherited') };
  const places = inTree(topics).filter(({ path }) => !path.some((one) => one.id === topic?.id));
  const canAnswer = agents.filter((agent) => agent.active && agent.role !== 'reader');
  return {
    parents: [
      { value: '', label: t('topics.atTheRoot') },
      ...places.map(({ topic: one, path }) => ({
        value: one.id,
        label: path.map((step) => step.name).join(' › '),
      })),
    ],
    teams: [inherited, ...teams.filter((one) => one.level === 1).map(named)],
    urgencies: [inherited, ...urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))],
    agents: [inherited, ...canAnswer.map(named)],
  };
}
