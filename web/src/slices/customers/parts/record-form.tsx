import { contactWays, languages, type Customer } from '@baton/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import { zones } from '../../access/parts/zones.ts';
import { changeCustomer, createOrganisation } from '../doing.ts';
import { tiersQuery, organisationsQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from './act-form.tsx';
import { draftOf, inputOf, type RecordDraft } from './draft.ts';
import { ValueFields } from './value-fields.tsx';

type Props = { customer: Customer; onDone: () => void; onSaved: (before: Customer) => void };

/** What is known of a customer, to be put right where it stands. */
export function RecordForm({ customer, onDone, onSaved }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() =>
    draftOf(customer, new Date().toISOString().slice(0, 10)),
  );
  const set = (part: Partial<RecordDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { data: organisations = [] } = useQuery(organisationsQuery(draft.organisation.trim()));
  const saving = useAct(
    async () => {
      const organisation = await organisationOf(draft.organisation.trim(), customer, organisations);
      const input = { ...inputOf(draft), organisation };
      return changeCustomer(customer.id, customer.version, input);
    },
    () => {
      onSaved(customer);
      onDone();
    },
  );
  return (
    <ActForm acting={saving} submit={t('customers.save')} small onDone={onDone}>
      <NameFields draft={draft} set={set} />
      <OrganisationField draft={draft} set={set} known={organisations} />
      <ChoiceFields draft={draft} set={set} />
      <ValueFields draft={draft} set={set} />
      <TextInput
        size="xs"
        type="date"
        label={t('customers.reviewOn')}
        data-path="reviewOn"
        value={draft.reviewOn}
        onChange={(event) => set({ reviewOn: event.currentTarget.value })}
      />
    </ActForm>
  );
}

/** The organisation with this name, written down where it is new; null where there is none. */
async function organisationOf(
  name: string,
  { organisation }: Customer,
  known: { id: string; name: string }[],
): Promise<string | null> {
  if (name === '') return null;
  if (organisation?.name === name) return organisation.id;
  const found = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return (found ?? (await createOrganisation(name))).id;
}

type FieldsProps = { draft: RecordDraft; set: (part: Partial<RecordDraft>) => void };

type OrganisationProps = FieldsProps & { known: { id: string; name: string }[] };

function OrganisationField({ draft, set, known }: OrganisationProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        size="xs"
        label={t('customers.organisation')}
        data-path="organisation"
        description={t('customers.organisationHow')}
        value={draft.organisation}
        maxLength={200}
        list="baton-organisations"
        onChange={(event) => set({ organisation: event.currentTarget.value })}
      />
      <datalist id="baton-organisations">
        {known.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

function NameFields({ draft, set }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        size="xs"
        label={t('customers.name')}
        data-path="name"
        value={draft.name}
        required
        withAsterisk={false}
        maxLength={200}
        autoFocus
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('customers.spelling')}
        data-path="spelling"
        value={draft.spelling}
        maxLength={200}
        onChange={(event) => set({ spelling: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('customers.formOfAddress')}
        data-path="formOfAddress"
        value={draft.formOfAddress}
        maxLength={100}
        onChange={(event) => set({ formOfAddress: event.currentTarget.value })}
      />
    </>
  );
}

function ChoiceFields({ draft, set }: FieldsProps) {
  const { t } = useTranslation();
  const { data: tiers = [] } = useQuery(tiersQuery);
  const unknown = { value: '', label: t('customers.notKnown') };
  return (
    <>
      {tiers.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('customers.tier')}
          data-path="tier"
          value={draft.tier}
          data={[
            { value: '', label: t('customers.noTier') },
            ...tiers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ tier: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        size="xs"
        label={t('customers.preferredWay')}
        data-path="preferredWay"
        value={draft.preferredWay}
        data={[
          unknown,
          ...contactWays.map((value) => ({ value, label: t(`customers.way.${value}`) })),
        ]}
        onChange={(event) => set({ preferredWay: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label={t('customers.style')}
        data-path="style"
        value={draft.style}
        autosize
        maxRows={5}
        maxLength={1000}
        onChange={(event) => set({ style: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('customers.language')}
        data-path="language"
        value={draft.language}
        data={[unknown, ...languages.map((value) => ({ value, label: languageNames[value] }))]}
        onChange={(event) => set({ language: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('customers.zone')}
        data-path="zone"
        value={draft.zone}
        data={[unknown, ...zones(draft.zone || 'UTC').map((value) => ({ value, label: value }))]}
        onChange={(event) => set({ zone: event.currentTarget.value })}
      />
    </>
  );
}
