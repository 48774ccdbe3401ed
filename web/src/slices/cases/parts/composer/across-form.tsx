import type { Case, Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { teamsQuery } from '../../../people/queries.ts';
import { useTopicChoices } from '../../../people/use-topic-choices.ts';
import { handOver } from '../../doing.ts';
import { markBelow, PackageFields, usePackage } from '../package/package-fields.tsx';
import { useActiveAgents } from './use-active-agents.ts';
import type { Field } from './field.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null>; onSent: () => void };

/** Handing across to somebody of the same level, or to another team of it; of a wrong topic the right one. */
export function AcrossForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const pack = usePackage();
  const [to, setTo] = useState('');
  const [topic, setTopic] = useState('');
  const { data: teams = [] } = useQuery(teamsQuery);
  const isActive = useActiveAgents();
  const topics = useTopicChoices(null).filter(({ value }) => value !== item.topic?.id);
  const [kind, id] = to.split(' ');
  const whom = kind === 'agent' && id ? { agent: id } : kind === 'team' && id ? { team: id } : {};
  const isTopic = pack.reason === 'wrong_topic';
  return (
    <WritingForm
      item={item}
      kind="across"
      field={field}
      takesFiles={false}
      label={t('composer.summary')}
      placeholder={t('composer.summaryAcross')}
      submit={t('composer.handAcross')}
      ready={pack.reason !== '' && (!isTopic || topic !== '')}
      extra={
        <PackageFields direction="across" pack={pack}>
          {isTopic && (
            <NativeSelect
              label={t('handover.rightTopic')}
              value={topic}
              onChange={(event) => setTopic(event.currentTarget.value)}
              data={[{ value: '', label: t('handover.chooseTopic') }, ...topics]}
            />
          )}
          <NativeSelect
            label={t('composer.toWhom')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[
              {
                value: '',
                label: isTopic
                  ? t('handover.teamOfTopic')
                  : t('composer.whoeverIsNext', { team: item.team.name }),
              },
              { group: t('composer.agents'), items: agentsOf(item, teams, isActive) },
              { group: t('composer.teams'), items: teamsOf(item, teams) },
            ].filter((group) => !('items' in group) || group.items.length > 0)}
          />
        </PackageFields>
      }
      send={(on, { text, key, version }) => {
        const { reason, marked } = pack;
        const to = { ...whom, ...(isTopic && { topic }), marked, draft: version };
        return handOver({ ...on, key }, { direction: 'across', reason, summary: text, ...to });
      }}
      renderBelow={markBelow(item, pack)}
      onSent={onSent}
    />
  );
}

/** Active members of the teams of the same level, without the owner. */
function agentsOf(item: Case, teams: Team[], isActive: (id: string) => boolean) {
  const members = teams
    .filter((team) => team.level === item.level)
    .flatMap((team) => team.members.map((member) => member.agent))
    .filter((agent) => isActive(agent.id) && agent.id !== item.owner?.id);
  const unique = [...new Map(members.map((agent) => [agent.id, agent])).values()];
  return unique.map((agent) => ({ value: `agent ${agent.id}`, label: agent.name }));
}

function teamsOf(item: Case, teams: Team[]) {
  return teams
    .filter((team) => team.level === item.level && team.id !== item.team.id)
    .map((team) => ({ value: `team ${team.id}`, label: team.name }));
}
