import type { CustomRole } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../access/queries.ts';
import styles from '../../people/parts/people.module.css';
import { Removing } from '../../people/parts/removing.tsx';
import { agentsQuery } from '../../people/queries.ts';
import { Several } from '../../topics/parts/several.tsx';
import { changeRole, createRole, deleteRole, type RoleGiven } from '../queries.ts';
import { RanksField } from './ranks-field.tsx';

type Props = { role: CustomRole | null; onDone: () => void };

/** A role of the company's own: how far it reaches in which areas, and who bears it. */
export function RoleForm({ role, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const [given, setGiven] = useState<RoleGiven>(() => givenOf(role));
  const [once] = useState(() => crypto.randomUUID());
  const set = (part: Partial<RoleGiven>) => setGiven((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: () => (role ? changeRole(role.id, given) : createRole(once, given)),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
  const bearers = agents.filter(({ id, active }) => active || given.agents.includes(id));
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
          value={given.name}
          required
          withAsterisk={false}
          maxLength={100}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RanksField
          legend={t('customRoles.ranks')}
          unnamed={t('customRoles.asTheirs')}
          value={given.areas}
          who={me}
          without={(area, rank) => area === 'Cases' && (rank === 'none' || rank === 'reader')}
          onChange={(areas) => set({ areas })}
        />
        <Several
          legend={t('customRoles.bearers')}
          options={bearers.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={given.agents}
          onChange={(chosen) => set({ agents: chosen })}
        />
        {saving.error && <ProblemNote error={saving.error} />}
        <footer className={styles.foot}>
          <Button variant="default" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('customRoles.save')}
          </Button>
        </footer>
      </form>
      {role && (
        <Removing
          what={t('customRoles.delete')}
          sure={t('customRoles.deleteSure')}
          remove={() => deleteRole(role.id)}
          onGone={onDone}
        />
      )}
    </div>
  );
}

function givenOf(role: CustomRole | null): RoleGiven {
  if (!role) return { name: '', areas: {}, agents: [] };
  return { name: role.name, areas: role.areas, agents: role.agents.map(({ id }) => id) };
}
