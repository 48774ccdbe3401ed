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
  const { t, i18n } = useTranslation();
  const [brands, teams, topics] = [
    useQuery(brandsQuery),
    useQuery(teamsQuery),
    useQuery(topicsQuery),
  ];
  const [fields, setFields] = useState(() => fieldsOf(channel));
  const saving = useMutation({ mutationFn: () => save(sentOf(fields)) });
  const set = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFields((before) => ({ ...before, [name]: value }));
  };
  const named = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const options = (items: { id: string; name: string }[] | undefined, none: string) => [
    { value: '', label: none },
    ...(items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
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
        required
        withAsterisk={false}
        value={fields.name}
        onChange={set('name')}
      />
      <TextInput
        label={t('channels.address')}
        type="email"
        required
        withAsterisk={false}
        value={fields.address}
        onChange={set('address')}
      />
      <TextInput
        label={t('channels.aliases')}
        description={t('channels.aliasesMean')}
        value={fields.aliases}
        onChange={set('aliases')}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('channels.brand')}
          value={fields.brand}
          onChange={set('brand')}
          data={options(brands.data, t('channels.defaultBrand'))}
        />
        <NativeSelect
          label={t('channels.language')}
          value={fields.language}
          onChange={set('language')}
          data={options(
            languages.map((id) => ({ id, name: named.of(id) ?? id })),
            t('channels.anyLanguage'),
          )}
        />
        <NativeSelect
          label={t('channels.topic')}
          value={fields.topic}
          onChange={set('topic')}
          data={options(topics.data, t('channels.noTopic'))}
        />
        <NativeSelect
          label={t('channels.team')}
          value={fields.team}
          onChange={set('team')}
          data={options(teams.data, t('channels.teamOfTopic'))}
        />
      </div>
      {saving.error && <ProblemNote error={saving.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('channels.save')}
        </Button>
        {saving.isSuccess && <span role="status">{t('channels.saved')}</span>}
      </div>
    </form>
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
