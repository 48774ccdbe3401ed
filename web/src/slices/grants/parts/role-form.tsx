import type { CustomRole } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../access/queries.ts';
import styles from '../../people/parts/people.module.css';
import { Removing } from '../../people/parts/removing.tsx';
import { agentsQuery } from '../../people/queries.ts';
import { Several } from '../../topics/parts/several.tsx';
import { changeRole, createRole, deleteRole, type RoleGiven } from '../queries.ts';
import { RanksField } from './ranks-field.tsx';

type Props = { existing: CustomRole | null; onDone: () => void };

/** A role of the company's own: how far it reaches in which areas, and who bears it. */
export function RoleForm({ existing, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const [given, setGiven] = useState<RoleGiven>(() => givenOf(existing));
  const [once] = useState(newKey);
  const set = (part: Partial<RoleGiven>) => setGiven((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: () => (existing ? changeRole(existing.id, given) : createRole(once, given)),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
  const bearers = agents
    .filter(({ id, active }) => active || given.agents.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending) saving.mutate();
        }}
      >
        <TextInput
          label={t('customRoles.name')}
          data-path="name"
          value={given.name}
          required
          withAsterisk={false}
          maxLength={100}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RanksField
          path="areas"
          legend={t('customRoles.ranks')}
          unnamed={t('customRoles.asTheirs')}
          value={given.areas}
          who={me}
          without={(area, rank) => area === 'Cases' && (rank === 'none' || rank === 'reader')}
          onChange={(areas) => set({ areas })}
        />
        <Several
          legend={t('customRoles.bearers')}
          options={bearers}
          chosen={given.agents}
          onChange={(chosen) => set({ agents: chosen })}
        />
        {saving.error && <ProblemNote error={saving.error} />}
        <Foot saving={saving.isPending} onCancel={onDone} />
      </form>
      {existing && <RemovingRole id={existing.id} onGone={onDone} />}
    </div>
  );
}

function Foot({ saving, onCancel }: { saving: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <footer className={styles.foot}>
      <Button variant="default" onClick={onCancel}>
        {t('shell.cancel')}
      </Button>
      <Button type="submit" loading={saving}>
        {t('customRoles.save')}
      </Button>
    </footer>
  );
}

function RemovingRole({ id, onGone }: { id: string; onGone: () => void }) {
  const { t } = useTranslation();
  return (
    <Removing
      what={t('customRoles.delete')}
      sure={t('customRoles.deleteSure')}
      remove={() => deleteRole(id)}
      onGone={onGone}
    />
  );
}

function givenOf(role: CustomRole | null): RoleGiven {
  if (!role) return { name: '', areas: {}, agents: [] };
  return { name: role.name, areas: role.areas, agents: role.agents.map(({ id }) => id) };
}
