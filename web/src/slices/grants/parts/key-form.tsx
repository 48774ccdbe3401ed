import { roles } from '@baton/contract';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import styles from '../../people/parts/people.module.css';
import { agentsQuery } from '../../people/queries.ts';
import { type KeyGiven, makeKey, programKeysQuery } from '../queries.ts';
import { endsAt, lives } from './key-life.ts';
import { givenAreas, RanksField } from './ranks-field.tsx';

type Given = Omit<KeyGiven, 'expiresAt'>;
type Props = { onMade: (text: string | null) => void; onCancel: () => void };

/** A new key of a program: what it is for, what it opens, for whom it acts, and until when. */
export function KeyForm({ onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState<Given>({
    name: '',
    role: 'reader',
    scopes: {},
    agent: null,
  });
  const [life, setLife] = useState<(typeof lives)[number]>('year');
  const [once] = useState(newKey);
  const set = (part: Partial<KeyGiven>) => setGiven((before) => ({ ...before, ...part }));
  const making = useMutation({
    mutationFn: () => {
      // The role is only what scopes cannot go beyond: they say it all.
      const role = given.scopes ? 'admin' : given.role;
      return makeKey(once, { ...given, role, expiresAt: endsAt(life) });
    },
    onSuccess: async ({ text }) => {
      await client.invalidateQueries({ queryKey: programKeysQuery.queryKey });
      onMade(text);
    },
  });
  const opens = given.scopes === null || Object.keys(given.scopes).length > 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!making.isPending) making.mutate();
      }}
    >
      <div className={styles.fields}>
        <KeyFields given={given} onChange={set} />
        <NativeSelect
          label={t('programKeys.ends')}
          data-path="expiresAt"
          value={life}
          onChange={(event) => setLife(lives.find((one) => one === event.currentTarget.value)!)}
          data={lives.map((value) => ({ value, label: t(`programKeys.life.${value}`) }))}
        />
      </div>
      <WhatItOpens given={given} onChange={set} />
      {making.error && <ProblemNote error={making.error} />}
      <footer className={styles.foot}>
        <Button variant="default" onClick={onCancel}>
          {t('shell.cancel')}
        </Button>
        <Button type="submit" loading={making.isPending} disabled={!opens}>
          {t('programKeys.make')}
        </Button>
      </footer>
    </form>
  );
}

type PartProps = { given: Given; onChange: (part: Partial<Given>) => void };

function KeyFields({ given, onChange }: PartProps) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <>
      <TextInput
        label={t('programKeys.name')}
        data-path="name"
        value={given.name}
        required
        withAsterisk={false}
        maxLength={200}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('programKeys.actsAs')}
        data-path="agent"
        value={given.agent ?? ''}
        onChange={(event) => onChange({ agent: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('programKeys.itself') },
          ...agents.filter((one) => one.active).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Switch
        label={t('programKeys.everywhere')}
        data-path="scopes"
        checked={given.scopes === null}
        onChange={(event) => onChange({ scopes: event.currentTarget.checked ? null : {} })}
      />
    </>
  );
}

function WhatItOpens({ given, onChange }: PartProps) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  if (given.scopes) {
    return (
      <RanksField
        path="scopes"
        legend={t('programKeys.scopes')}
        unnamed={t('grants.rank.none')}
        value={given.scopes}
        who={me}
        without={(_area, rank) => rank === 'none'}
        onChange={(scopes) => onChange({ scopes })}
      />
    );
  }
  return (
    <NativeSelect
      label={t('programKeys.role')}
      data-path="role"
      value={given.role}
      onChange={(event) =>
        onChange({ role: roles.find((one) => one === event.currentTarget.value)! })
      }
      data={roles
        .filter((role) => givenAreas.every((area) => may(me, area, role)))
        .map((value) => ({ value, label: t(`grants.rank.${value}`) }))}
    />
  );
}
