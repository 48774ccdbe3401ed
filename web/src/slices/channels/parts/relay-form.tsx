import type { Relay } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { relayQuery, removeRelay, saveRelay, testRelay } from '../sending-queries.ts';
import styles from './channels.module.css';
import { LoginForm } from './login-form.tsx';
import { type RelayFields, relayFieldsOf, relaySettingsOf } from './relay-fields.ts';
import { ServerFields } from './server-fields.tsx';
import { TroubleNote } from './trouble-note.tsx';

type Props = { brand: string; relay: Relay | null; onRemoved: () => void };

/** The relay by which the mail of a brand leaves; once saved it can be tried and removed. */
export function RelayForm({ brand, relay, onRemoved }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fields, setFields] = useState(() => relayFieldsOf(relay));
  const { queryKey } = relayQuery(brand);
  const anew = () =>
    Promise.all([queryKey, ['health']].map((key) => client.invalidateQueries({ queryKey: key })));
  const saving = useMutation({
    mutationFn: () => saveRelay(brand, relaySettingsOf(fields)),
    onSuccess: (saved) => {
      setFields(relayFieldsOf(saved));
      return anew();
    },
  });
  const trying = useMutation({ mutationFn: () => testRelay(brand), onSuccess: anew });
  const removing = useMutation({
    mutationFn: () => removeRelay(brand),
    onSuccess: async () => {
      await anew();
      onRemoved();
    },
  });
  const set = (name: keyof RelayFields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFields((before) => ({ ...before, [name]: value }));
  };
  const error = saving.error ?? trying.error ?? removing.error;
  const trouble = trying.data ? trying.data.trouble : relay?.trouble;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        trying.reset();
        saving.mutate();
      }}
    >
      <Fields fields={fields} relay={relay} set={set} />
      {trouble && <TroubleNote trouble={trouble} />}
      {trying.data && !trouble && <p role="status">{t('sending.works')}</p>}
      {error && <ProblemNote error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('channels.save')}
        </Button>
        {relay && <Acts trying={trying} removing={removing} />}
        <span role="status">{saving.isSuccess && t('channels.saved')}</span>
      </div>
    </form>
  );
}

type Act = { isPending: boolean; mutate: () => void };

/** What can be done with a relay that is saved. */
function Acts({ trying, removing }: { trying: Act; removing: Act }) {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
        {t('sending.test')}
      </Button>
      <Button
        variant="default"
        loading={removing.isPending}
        onClick={() => {
          if (window.confirm(t('sending.removeAsk'))) removing.mutate();
        }}
      >
        {t('sending.remove')}
      </Button>
    </>
  );
}

type FieldsProps = {
  fields: RelayFields;
  relay: Relay | null;
  set: (name: keyof RelayFields) => (event: { currentTarget: { value: string } }) => void;
};

function Fields({ fields, relay, set }: FieldsProps) {
  const { t } = useTranslation();
  const login = relay?.login;
  return (
    <>
      <ServerFields fields={fields} set={set}>
        {fields.kind !== 'none' && (
          <TextInput
            label={t('channels.username')}
            data-path="username"
            required
            withAsterisk={false}
            value={fields.username}
            onChange={set('username')}
          />
        )}
        <TextInput
          label={t('sending.sizeLimit')}
          data-path="sizeLimit"
          inputMode="decimal"
          pattern="[0-9]*[.]?[0-9]*"
          value={fields.megabytes}
          onChange={set('megabytes')}
        />
      </ServerFields>
      <LoginForm
        fields={fields}
        login={login?.kind === 'none' ? undefined : login}
        set={set}
        none={t('sending.noSignIn')}
      />
    </>
  );
}
