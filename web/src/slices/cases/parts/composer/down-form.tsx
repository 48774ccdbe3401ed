import type { Case, Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { teamsQuery } from '../../../people/queries.ts';
import { handOver } from '../../doing.ts';
import { markBelow, PackageFields, usePackage } from '../package/package-fields.tsx';
import { useActiveAgents } from './use-active-agents.ts';
import type { Field } from './field.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null>; onSent: () => void };

/** Handing down to an agent of a lower level, by name; the clock goes on. */
export function DownForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const pack = usePackage();
  const [to, setTo] = useState('');
  const { data: teams = [] } = useQuery(teamsQuery);
  const isActive = useActiveAgents();
  const [team, agent] = to.split(' ');
  const below = teams.filter((one) => one.level < item.level);
  return (
    <WritingForm
      item={item}
      kind="down"
      field={field}
      takesFiles={false}
      label={t('composer.summary')}
      placeholder={t('composer.summaryDown')}
      submit={t('composer.handDown')}
      ready={pack.reason !== '' && agent !== undefined}
      extra={
        <PackageFields direction="down" pack={pack}>
          <NativeSelect
            label={t('composer.toWhom')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[{ value: '', label: t('composer.chooseAgent') }, ...below.map(membersOf)]}
          />
        </PackageFields>
      }
      send={async (on, { text, key, version }) => {
        if (!agent || !team) return;
        const { reason, marked } = pack;
        const what = {
          direction: 'down',
          reason,
          summary: text,
          marked,
          agent,
          team,
          draft: version,
        } as const;
        await handOver({ ...on, key }, what);
      }}
      renderBelow={markBelow(item, pack)}
      onSent={onSent}
    />
  );

  function membersOf(one: Team) {
    const items = one.members
      .filter((member) => isActive(member.agent.id))
      .map((member) => ({ value: `${one.id} ${member.agent.id}`, label: member.agent.name }));
    return { group: one.name, items };
  }
}
