import { languages, roles, type Agent } from '@baton/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { browserZone } from '../../../ui/time/browser-zone.ts';
import { languageNames } from '../../../words/index.ts';
import { zones } from '../../access/parts/zones.ts';
import { changeAgent, createAgent, type AgentGiven } from '../managing.ts';
import { teamsQuery } from '../queries.ts';
import { MembersField } from './members-field.tsx';
import styles from './people.module.css';
import { NameField } from './name-field.tsx';
import { SavingForm } from './saving-form.tsx';

type Props = { agent: Agent | null; mayChange: boolean; onCreated?: (made: Agent) => void };

/** Who an agent is, what they may do, and in which teams they hold how many cases. */
export function AgentForm({ agent, mayChange, onCreated }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: teams = [] } = useQuery(teamsQuery);
  const [given, setGiven] = useState(() => givenOf(agent));
  const [key] = useState(newKey);
  const set = (part: Partial<AgentGiven>) => setGiven((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: () => (agent ? changeAgent(agent.id, given) : createAgent(key, given)),
    onSuccess: async (made) => {
      await client.invalidateQueries();
      if (!agent) onCreated?.(made);
    },
  });
  return (
    <SavingForm saving={saving} isNew={agent === null} mayChange={mayChange}>
      <NameField
        label={t('people.name')}
        most={200}
        value={given.name}
        onChange={(name) => set({ name })}
      />
      <TextInput
        label={t('people.email')}
        data-path="email"
        type="email"
        value={given.email}
        required
        withAsterisk={false}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('people.role')}
        data-path="role"
        value={given.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value) ?? 'agent';
          set(role === 'reader' ? { role, teams: new Map() } : { role });
        }}
        data={roles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
      />
      <Where given={given} set={set} />
      <Signature given={given} set={set} />
      {given.role !== 'reader' && (
        <MembersField
          path="teams"
          legend={t('people.teams')}
          options={teams}
          chosen={given.teams}
          onChange={(chosen) => set({ teams: chosen })}
        />
      )}
    </SavingForm>
  );
}

type PartProps = { given: AgentGiven; set: (part: Partial<AgentGiven>) => void };

function Signature({ given, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      className={styles.whole}
      label={t('people.signature')}
      data-path="signature"
      description={t('people.signatureHow')}
      autosize
      minRows={2}
      maxLength={500}
      value={given.signature}
      onChange={(event) => set({ signature: event.currentTarget.value })}
    />
  );
}

/** In which language and zone the person is spoken to. */
function Where({ given, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('people.language')}
        data-path="language"
        value={given.language}
        onChange={(event) =>
          set({
            language: languages.find((one) => one === event.currentTarget.value) ?? 'en',
          })
        }
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <NativeSelect
        label={t('people.zone')}
        data-path="zone"
        value={given.zone}
        onChange={(event) => set({ zone: event.currentTarget.value })}
        data={zones(given.zone)}
      />
    </>
  );
}

function givenOf(agent: Agent | null): AgentGiven {
  if (!agent) {
    const zone = browserZone();
    const nobody = { name: '', email: '', role: 'agent', language: 'en', signature: '' } as const;
    return { ...nobody, zone, teams: new Map() };
  }
  const { name, email, role, language, zone, signature } = agent;
  const teams = new Map(agent.teams.map(({ team, capacity }) => [team.id, capacity]));
  return { name, email, role, language, zone, signature, teams };
}
