import { urgencies, type Topic } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentsQuery, teamsQuery } from '../../people/queries.ts';
import { inTree } from '../../people/topic-tree.ts';

/** A topic as it is being written; an empty value comes from the topic above. */
export type TopicDraft = {
  name: string;
  parent: string;
  team: string;
  urgency: string;
  responsible: string;
};

type Props = {
  topic: Topic | null;
  topics: Topic[];
  draft: TopicDraft;
  onChange: (change: Partial<TopicDraft>) => void;
};

/** Name and place of a topic, and what it has of its own. */
export function TopicFields({ topic, topics, draft, onChange }: Props) {
  const { t } = useTranslation();
  const choices = useChoices(topic, topics, draft.parent === '');
  return (
    <>
      <TextInput
        label={t('topics.name')}
        data-path="name"
        required
        maxLength={100}
        data-autofocus
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('topics.below')}
        data-path="parent"
        value={draft.parent}
        onChange={(event) => onChange({ parent: event.currentTarget.value })}
        data={choices.parents}
      />
      <NativeSelect
        label={t('topics.team')}
        data-path="team"
        value={draft.team}
        onChange={(event) => onChange({ team: event.currentTarget.value })}
        data={choices.teams}
      />
      <NativeSelect
        label={t('topics.urgency')}
        data-path="urgency"
        value={draft.urgency}
        onChange={(event) => onChange({ urgency: event.currentTarget.value })}
        data={choices.urgencies}
      />
      <NativeSelect
        label={t('topics.responsible')}
        data-path="responsible"
        value={draft.responsible}
        onChange={(event) => onChange({ responsible: event.currentTarget.value })}
        data={choices.agents}
      />
    </>
  );
}

/** What can be chosen: no place below the topic itself, and only agents who can hold cases. */
function useChoices(topic: Topic | null, topics: Topic[], isAtTheRoot: boolean) {
  const { t } = useTranslation();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });
  const usual = t(isAtTheRoot ? 'topics.usual' : 'topics.inherited');
  const inherited = { value: '', label: usual };
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
