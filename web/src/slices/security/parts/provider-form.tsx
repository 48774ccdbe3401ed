import type { IdentityProvider } from '@baton/contract';
import { Button, PasswordInput, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import {
  changeIdentityProvider,
  identityProviderQuery,
  providerNameQuery,
} from '../provider-queries.ts';
import styles from './provider.module.css';

const none: IdentityProvider = {
  ...{ name: '', issuer: '', clientId: '', domains: [], active: true, required: false },
  factorValues: [],
};

/** The provider as it is set; the secret is only ever given, never shown. */
export function ProviderForm({ provider }: { provider: IdentityProvider | null }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fields, setFields] = useState({ ...(provider ?? none), secret: '' });
  const saving = useMutation({
    mutationFn: ({ secret, ...rest }: typeof fields) =>
      changeIdentityProvider(secret === '' ? rest : { ...rest, secret }),
    onSuccess: async (saved) => {
      client.setQueryData(identityProviderQuery.queryKey, saved);
      if (saved.provider) setFields({ ...saved.provider, secret: '' });
      await client.invalidateQueries({ queryKey: providerNameQuery.queryKey });
    },
  });
  const set = (change: Partial<typeof fields>) => {
    saving.reset();
    setFields({ ...fields, ...change });
  };
  const text = (field: 'name' | 'issuer' | 'clientId') => ({
    label: t(`providerSettings.${field}`),
    required: true,
    withAsterisk: false,
    value: fields[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [field]: event.currentTarget.value }),
  });
  const tags = (field: 'domains' | 'factorValues') => ({
    label: t(`providerSettings.${field}`),
    description: t(`providerSettings.${field}How`),
    value: fields[field],
    onChange: (value: string[]) => set({ [field]: value }),
  });
  const turn = (field: 'active' | 'required') => ({
    label: t(`providerSettings.${field}`),
    checked: fields[field],
    onChange: (event: { currentTarget: { checked: boolean } }) =>
      set({ [field]: event.currentTarget.checked }),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate(fields);
      }}
    >
      <TextInput {...text('name')} description={t('providerSettings.nameHow')} maxLength={60} />
      <TextInput {...text('issuer')} type="url" placeholder="https://" />
      <TextInput {...text('clientId')} autoComplete="off" />
      <PasswordInput
        label={t('providerSettings.secret')}
        {...(provider && { description: t('providerSettings.secretKept') })}
        autoComplete="off"
        required={provider === null}
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        value={fields.secret}
        onChange={(event) => set({ secret: event.currentTarget.value })}
      />
      <TagsInput {...tags('domains')} acceptValueOnBlur />
      <TagsInput {...tags('factorValues')} acceptValueOnBlur />
      <Switch {...turn('active')} />
      <Switch
        {...turn('required')}
        description={t('providerSettings.requiredHow')}
        disabled={!fields.active}
      />
      {saving.error && <ProblemNote error={saving.error} />}
      <div className={styles.acts}>
        <Button type="submit" loading={saving.isPending}>
          {t('providerSettings.save')}
        </Button>
        <span role="status">{saving.isSuccess && t('providerSettings.saved')}</span>
      </div>
    </form>
  );
}
