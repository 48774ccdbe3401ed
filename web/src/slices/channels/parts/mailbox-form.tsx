import type { Channel, Mailbox } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { removeMailbox, saveMailbox, tryMailbox } from '../queries.ts';
import styles from './channels.module.css';
import { fieldsOf, type MailboxFields, settingsOf } from './mailbox-fields.ts';
import { LoginForm } from './login-form.tsx';
import { ServerFields } from './server-fields.tsx';
import { Tested } from './tested.tsx';

type Props = { channel: Channel; mailbox: Mailbox | undefined };

/** The mailbox from which a channel's mail is fetched; it can be tried before it is saved. */
export function MailboxForm({ channel, mailbox }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fields, setFields] = useState(() => fieldsOf(mailbox, channel.address ?? ''));
  const anew = () => client.invalidateQueries({ queryKey: ['mail', 'channels'] });
  const trying = useMutation({ mutationFn: () => tryMailbox(channel.id, settingsOf(fields)) });
  const saving = useMutation({
    mutationFn: () => saveMailbox(channel.id, settingsOf(fields)),
    onSuccess: (saved) => {
      setFields(fieldsOf(saved, saved.username));
      return anew();
    },
  });
  const removing = useMutation({ mutationFn: () => removeMailbox(channel.id), onSuccess: anew });
  const set = (name: keyof MailboxFields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFields((before) => ({ ...before, [name]: value }));
  };
  const error = trying.error ?? saving.error ?? removing.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Place fields={fields} set={set} />
      <LoginForm fields={fields} login={mailbox?.login} set={set} />
      <Afterwards fields={fields} set={set} />
      {trying.data && <Tested test={trying.data} />}
      {error && <ProblemNote error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('channels.save')}
        </Button>
        <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
          {t('channels.test')}
        </Button>
        {mailbox && (
          <Button
            variant="default"
            loading={removing.isPending}
            onClick={() => {
              if (window.confirm(t('channels.removeMailboxAsk'))) removing.mutate();
            }}
          >
            {t('channels.removeMailbox')}
          </Button>
        )}
        <span role="status">{saving.isSuccess && t('channels.saved')}</span>
      </div>
    </form>
  );
}

type PartProps = {
  fields: MailboxFields;
  set: (name: keyof MailboxFields) => (event: { currentTarget: { value: string } }) => void;
};

function Place({ fields, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <ServerFields fields={fields} set={set}>
      <TextInput
        label={t('channels.username')}
        data-path="username"
        required
        withAsterisk={false}
        value={fields.username}
        onChange={set('username')}
      />
      <TextInput
        label={t('channels.folder')}
        data-path="folder"
        required
        withAsterisk={false}
        value={fields.folder}
        onChange={set('folder')}
      />
    </ServerFields>
  );
}

function Afterwards({ fields, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t('channels.afterReading')}
        data-path="afterReading"
        value={fields.afterReading}
        onChange={set('afterReading')}
        data={(['leave', 'mark_read', 'move'] as const).map((value) => ({
          value,
          label: t(`channels.afterwards.${value}`),
        }))}
      />
      {fields.afterReading === 'move' && (
        <TextInput
          label={t('channels.moveTo')}
          data-path="moveTo"
          required
          withAsterisk={false}
          value={fields.moveTo}
          onChange={set('moveTo')}
        />
      )}
    </div>
  );
}
