import { type Channel, languages } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { teamsQuery, topicsQuery } from '../../people/queries.ts';
import { brandsQuery, type ChannelFields } from '../queries.ts';
import styles from './channels.module.css';

type Props = {
  channel?: Channel;
  /** Saves what was typed; what was typed stays when it is refused. */
  save: (fields: ChannelFields) => Promise<unknown>;
};

/** Name, addresses, and where the mail of a channel goes. */
export function ChannelForm({ channel, save }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(() => fieldsOf(channel));
  const saving = useMutation({ mutationFn: () => save(sentOf(fields)) });
  const set: Set = (name) => (event) => {
    const { value } = event.currentTarget;
    setFields((before) => ({ ...before, [name]: value }));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TextInput
        label={t('channels.name')}
        data-path="name"
        required
        withAsterisk={false}
        value={fields.name}
        onChange={set('name')}
      />
      <TextInput
        label={t('channels.address')}
        data-path="address"
        type="email"
        required
        withAsterisk={false}
        value={fields.address}
        onChange={set('address')}
      />
      <TextInput
        label={t('channels.aliases')}
        data-path="aliases"
        description={t('channels.aliasesMean')}
        value={fields.aliases}
        onChange={set('aliases')}
      />
      <Whereto fields={fields} set={set} />
      {saving.error && <ProblemNote error={saving.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('channels.save')}
        </Button>
        <span role="status">{saving.isSuccess && t('channels.saved')}</span>
      </div>
    </form>
  );
}

type Fields = ReturnType<typeof fieldsOf>;
type Set = (name: keyof Fields) => (event: { currentTarget: { value: string } }) => void;

/** To whom the mail goes, under which brand, in which language it is answered. */
function Whereto({ fields, set }: { fields: Fields; set: Set }) {
  const { t, i18n } = useTranslation();
  const brands = useQuery(brandsQuery);
  const teams = useQuery(teamsQuery);
  const topics = useQuery(topicsQuery);
  const named = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const spoken = languages.map((id) => ({ id, name: named.of(id) ?? id }));
  const choice = (
    name: 'brand' | 'language' | 'topic' | 'team',
    items: { id: string; name: string }[] | undefined,
    none: string,
  ) => (
    <NativeSelect
      label={t(`channels.${name}`)}
      data-path={name}
      value={fields[name]}
      onChange={set(name)}
      data={[
        { value: '', label: none },
        ...(items ?? []).map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
  return (
    <div className={styles.pair}>
      {choice('brand', brands.data, t('channels.defaultBrand'))}
      {choice('language', spoken, t('channels.anyLanguage'))}
      {choice('topic', topics.data, t('channels.noTopic'))}
      {choice('team', teams.data, t('channels.teamOfTopic'))}
    </div>
  );
}

function fieldsOf(channel: Channel | undefined) {
  return {
    name: channel?.name ?? '',
    address: channel?.address ?? '',
    aliases: channel?.aliases.join(', ') ?? '',
    brand: channel?.brand.id ?? '',
    team: channel?.team?.id ?? '',
    topic: channel?.topic?.id ?? '',
    language: channel?.language ?? '',
  };
}

function sentOf(fields: ReturnType<typeof fieldsOf>): ChannelFields {
  return {
    name: fields.name,
    address: fields.address,
    aliases: fields.aliases.split(/[\s,;]+/).filter(Boolean),
    ...(fields.brand ? { brand: fields.brand } : {}),
    team: fields.team || null,
    topic: fields.topic || null,
    language: fields.language || null,
  };
}
