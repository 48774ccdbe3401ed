import { caseStatuses, languages, urgencies } from '@baton/contract';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../ui/label-of.ts';
import { languageNames } from '../../../words/index.ts';
import { channelsQuery } from '../../mail/channels-query.ts';
import { agentsQuery, levelsQuery, teamsQuery, topicsQuery } from '../../people/queries.ts';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import { brandsQuery } from '../../settings/queries.ts';
import type { ListField } from '../draft.ts';
import { ownQuestionsQuery } from '../queries.ts';

export type Choice = { value: string; label: string };

const choicesOf = (all: { id: string; name: string }[] = []): Choice[] =>
  all.map(({ id, name }) => ({ value: id, label: name }));

/** What can be named in a rule, with its names: for choosing, and for saying it in words. */
export function useChoices() {
  const { t } = useTranslation();
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data: channels } = useQuery(channelsQuery);
  const { data: brands } = useQuery(brandsQuery);
  const topics = useTopicChoices(null);
  const spoken = languages.map((value) => ({ value, label: languageNames[value] }));
  const none = { value: '', label: t('teamRules.none') };
  const lists: Record<ListField, Choice[]> = {
    status: caseStatuses.map((value) => ({ value, label: t(`case.status.${value}`) })),
    urgency: urgencies.map((value) => ({ value, label: t(`urgency.${value}`) })),
    level: levels.map(({ id, name }) => ({ value: String(id), label: `${id} ${name}` })),
    team: choicesOf(teams),
    topic: [...topics, none],
    channel: [...choicesOf(channels), none],
    brand: choicesOf(brands),
    language: spoken,
    customer_language: spoken,
  };
  return {
    lists,
    topics,
    agents: choicesOf(agents.filter(({ active, role }) => active && role !== 'reader')),
    /** The label of a value; a word for what is gone where it has none. */
    nameOf: (list: Choice[], value: string) =>
      list.find((one) => one.value === value)?.label ?? t('teamRules.gone'),
  };
}
export type Choices = ReturnType<typeof useChoices>;

/** The intake questions of all topics; none where nobody needs them. */
export function useQuestions(isNeeded: boolean) {
  const { i18n } = useTranslation();
  const { data: topics = [] } = useQuery(topicsQuery);
  const asked = isNeeded ? topics : [];
  const own = useQueries({ queries: asked.map(({ id }) => ownQuestionsQuery(id)) });
  return own
    .flatMap(({ data = [] }) => data)
    .map((question) => ({
      ...question,
      label: labelOf(question.labels, i18n.language),
      options: question.choices.map(({ id, labels }) => ({
        value: id,
        label: labelOf(labels, i18n.language),
      })),
    }));
}
export type Questions = ReturnType<typeof useQuestions>;
