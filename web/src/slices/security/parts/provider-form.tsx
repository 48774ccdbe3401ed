import type { IdentityProvider } from '@baton/contract';
import { Button, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import {
  changeIdentityProvider,
  identityProviderQuery,
  providerNameQuery,
} from '../provider-queries.ts';
import { changeOf, fieldsOf, type ProviderFields } from './provider-fields.ts';
import styles from './provider.module.css';

/** The provider as it is set; the secret is only ever given, never shown. */
export function ProviderForm({ provider }: { provider: IdentityProvider | null }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fields, setFields] = useState(() => fieldsOf(provider));
  const saving = useMutation({
    mutationFn: () => changeIdentityProvider(changeOf(fields)),
    onSuccess: async (saved) => {
      client.setQueryData(identityProviderQuery.queryKey, saved);
      setFields(fieldsOf(saved.provider));
      await client.invalidateQueries({ queryKey: providerNameQuery.queryKey });
    },
  });
  const set = (change: Partial<ProviderFields>) => {
    saving.reset();
    setFields({ ...fields, ...change });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <Account fields={fields} set={set} isNew={provider === null} />
      <Effect fields={fields} set={set} />
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

type Part = { fields: ProviderFields; set: (change: Partial<ProviderFields>) => void };
type Typed = 'name' | 'issuer' | 'clientId' | 'domains' | 'factorValues';

/** What a field that is typed into has in common with the others. */
function useTyped({ fields, set }: Part) {
  const { t } = useTranslation();
  return (field: Typed) => ({
    label: t(`providerSettings.${field}`),
    'data-path': field,
    withAsterisk: false,
    required: field !== 'factorValues',
    autoComplete: 'off',
    value: fields[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [field]: event.currentTarget.value }),
  });
}

/** Who the provider is, and as whom we ask it. */
function Account({ isNew, ...part }: Part & { isNew: boolean }) {
  const { t } = useTranslation();
  const typed = useTyped(part);
  return (
    <>
      <TextInput {...typed('name')} description={t('providerSettings.nameHow')} maxLength={60} />
      <TextInput {...typed('issuer')} type="url" placeholder="https://" />
      <TextInput {...typed('clientId')} />
      <PasswordInput
        label={t('providerSettings.secret')}
        data-path="secret"
        description={isNew ? undefined : t('providerSettings.secretKept')}
        autoComplete="off"
        required={isNew}
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        value={part.fields.secret}
        onChange={(event) => part.set({ secret: event.currentTarget.value })}
      />
    </>
  );
}

/** Whom it lets in, and whether by it alone. */
function Effect(part: Part) {
  const { t } = useTranslation();
  const { fields, set } = part;
  const typed = useTyped(part);
  return (
    <>
      <TextInput
        {...typed('domains')}
        description={t('providerSettings.domainsHow')}
        placeholder="example.com"
      />
      <TextInput {...typed('factorValues')} description={t('providerSettings.factorValuesHow')} />
      <Switch
        label={t('providerSettings.active')}
        data-path="active"
        checked={fields.active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
      <Switch
        label={t('providerSettings.required')}
        data-path="required"
        description={t('providerSettings.requiredHow')}
        disabled={!fields.active}
        checked={fields.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
    </>
  );
}
