import { reasonsAcross, type Agent, type Case, type Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { agentsQuery, teamsQuery } from '../../../people/queries.ts';
import { handAcross } from '../../doing.ts';
import styles from './composer.module.css';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<HTMLTextAreaElement | null>; onSent: () => void };

/** Handing across to somebody of the same level, or to another team of it. */
export function AcrossForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [to, setTo] = useState('');
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const reason = reasonsAcross.find((one) => one === chosen);
  const [kind, id] = to.split(' ');
  const whom = kind === 'agent' && id ? { agent: id } : kind === 'team' && id ? { team: id } : {};
  return (
    <WritingForm
      item={item}
      kind="across"
      field={field}
      takesFiles={false}
      label={t('composer.summary')}
      placeholder={t('composer.summaryAcross')}
      submit={t('composer.handAcross')}
      ready={reason !== undefined}
      extra={
        <div className={styles.fields}>
          <NativeSelect
            label={t('composer.reason')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: '', label: t('composer.chooseReason') },
              ...reasonsAcross.map((value) => ({ value, label: t(`reason.${value}`) })),
            ]}
          />
          <NativeSelect
            label={t('composer.toWhom')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[
              { value: '', label: t('composer.whoeverIsNext', { team: item.team.name }) },
              { group: t('composer.agents'), items: agentsOf(item, teams, agents) },
              { group: t('composer.teams'), items: teamsOf(item, teams) },
            ].filter((group) => !('items' in group) || group.items.length > 0)}
          />
        </div>
      }
      send={async (on, { text, key }) => {
        if (reason) await handAcross({ ...on, key }, { reason, summary: text, ...whom });
      }}
      onSent={onSent}
    />
  );
}

/** Active members of the teams of the same level, without the owner. */
function agentsOf(item: Case, teams: Team[], agents: Agent[]) {
  const active = new Set(agents.filter((agent) => agent.active).map((agent) => agent.id));
  const members = teams
    .filter((team) => team.level === item.level)
    .flatMap((team) => team.members.map((member) => member.agent))
    .filter((agent) => active.has(agent.id) && agent.id !== item.owner?.id);
  const unique = [...new Map(members.map((agent) => [agent.id, agent])).values()];
  return unique.map((agent) => ({ value: `agent ${agent.id}`, label: agent.name }));
}

function teamsOf(item: Case, teams: Team[]) {
  return teams
    .filter((team) => team.level === item.level && team.id !== item.team.id)
    .map((team) => ({ value: `team ${team.id}`, label: team.name }));
}
