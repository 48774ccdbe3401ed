import type { Agent, Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { changeTeam, createTeam, type TeamGiven } from '../managing.ts';
import { MembersField } from './members-field.tsx';
import { NameField } from './name-field.tsx';
import { SavingForm } from './saving-form.tsx';

type Props = {
  team: Team | null;
  level: number;
  teams: Team[];
  agents: Agent[];
  mayChange: boolean;
  onCreated: () => void;
};

/** A team: who leads it, who covers, to whom it passes up, who belongs to it. */
export function TeamForm({ team, level, teams, agents, mayChange, onCreated }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState(() => givenOf(team, level, teams));
  const [key] = useState(newKey);
  const set = (part: Partial<TeamGiven>) => setGiven((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: () => (team ? changeTeam(team.id, given) : createTeam(key, level, given)),
    onSuccess: async () => {
      await client.invalidateQueries();
      if (!team) onCreated();
    },
  });
  const above = teams.filter((one) => one.level === level + 1);
  const people = agents.filter((one) => one.active).map(named);
  // Who is disabled stays a member for a return, and is shown as long as they are one.
  const members = agents.filter((one) => one.active || given.members.has(one.id));
  return (
    <SavingForm saving={saving} isNew={team === null} mayChange={mayChange}>
      <NameField
        label={t('pyramid.name')}
        most={100}
        value={given.name}
        onChange={(name) => set({ name })}
      />
      <NativeSelect
        label={t('pyramid.lead')}
        data-path="lead"
        value={given.lead}
        required
        withAsterisk={false}
        onChange={(event) => set({ lead: event.currentTarget.value })}
        data={[{ value: '', label: t('pyramid.choose') }, ...people]}
      />
      <NativeSelect
        label={t('pyramid.cover')}
        data-path="cover"
        value={given.cover}
        onChange={(event) => set({ cover: event.currentTarget.value })}
        data={[{ value: '', label: t('pyramid.nobody') }, ...people]}
      />
      {above.length > 0 && (
        <NativeSelect
          label={t('pyramid.above')}
          data-path="above"
          value={given.above}
          onChange={(event) => set({ above: event.currentTarget.value })}
          data={above.map(named)}
        />
      )}
      <MembersField
        path="members"
        legend={t('pyramid.membersOf')}
        options={members}
        chosen={given.members}
        onChange={(chosen) => set({ members: chosen })}
      />
    </SavingForm>
  );
}

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

function givenOf(team: Team | null, level: number, teams: Team[]): TeamGiven {
  const nextHigher = teams.find((one) => one.level === level + 1)?.id ?? '';
  return {
    name: team?.name ?? '',
    lead: team?.lead.id ?? '',
    cover: team?.cover?.id ?? '',
    above: team?.above?.id ?? nextHigher,
    members: new Map(team?.members.map(({ agent, capacity }) => [agent.id, capacity])),
  };
}
