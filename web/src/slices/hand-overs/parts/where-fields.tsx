import type { Agent, HandoverDirection, Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonChoices } from '../../cases/parts/package/use-reasons.ts';
import type { Where, Whose } from '../queries.ts';

const directions = ['across', 'up', 'down'] as const satisfies HandoverDirection[];

type Props = {
  where: Where;
  reason: string;
  teams: Team[];
  agents: Agent[];
  onWhere: (where: Where) => void;
  onReason: (reason: string) => void;
};

/** Whether the cases go across, up or down, to whom, and why. */
export function WhereFields({ where, reason, teams, agents, onWhere, onReason }: Props) {
  const { t } = useTranslation();
  const { direction, to } = where;
  // A wrong topic is put right case by case.
  const reasons = useReasonChoices(direction).filter(({ value }) => value !== 'wrong_topic');
  const nobody = t(direction === 'down' ? 'composer.chooseAgent' : 'batch.whoeverIsNext');
  return (
    <>
      <NativeSelect
        label={t('batch.direction')}
        value={direction}
        onChange={(event) => {
          const chosen = directions.find((one) => one === event.currentTarget.value) ?? 'across';
          onReason('');
          onWhere({ direction: chosen, to: null });
        }}
        data={directions.map((value) => ({ value, label: t(`batch.go.${value}`) }))}
      />
      {direction !== 'up' && (
        <NativeSelect
          label={t('composer.toWhom')}
          value={to ? valueOf(to) : ''}
          required={direction === 'down'}
          withAsterisk={false}
          onChange={(event) => onWhere({ direction, to: whoseOf(event.currentTarget.value) })}
          data={[
            { value: '', label: nobody },
            ...(direction === 'across' ? [teamChoices(t('composer.teams'), teams)] : []),
            agentChoices(
              t('composer.agents'),
              agents.filter(({ present }) => present),
            ),
          ]}
        />
      )}
      <NativeSelect
        label={t('composer.reason')}
        value={reason}
        required
        withAsterisk={false}
        onChange={(event) => onReason(event.currentTarget.value)}
        data={[{ value: '', label: t('composer.chooseReason') }, ...reasons]}
      />
    </>
  );
}

/** An agent or a team as the value of a choice. */
export const valueOf = ({ kind, id }: Whose) => `${kind} ${id}`;

export function whoseOf(value: string): Whose | null {
  const [kind, id] = value.split(' ');
  return id && (kind === 'agent' || kind === 'team') ? { kind, id } : null;
}

export function teamChoices(group: string, teams: Team[]) {
  const items = teams.map(({ id, name }) => ({ value: `team ${id}`, label: name }));
  return { group, items };
}

export function agentChoices(group: string, agents: Agent[]) {
  const items = agents
    .filter(({ active, role }) => active && role !== 'reader')
    .map(({ id, name }) => ({ value: `agent ${id}`, label: name }));
  return { group, items };
}
