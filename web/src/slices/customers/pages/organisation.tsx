import type { Organisation } from '@baton/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { changeOrganisation } from '../doing.ts';
import styles from '../parts/customer.module.css';
import { CustomerTable } from '../parts/customer-table.tsx';
import { customersQuery, organisationQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from '../parts/act-form.tsx';

/** An organisation: what is known of it, and who of it asked us. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { organisationId } = useParams({ strict: false });
  const id = organisationId!;
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: organisation, error, refetch } = useQuery(organisationQuery(id));
  const list = useInfiniteQuery(customersQuery('', id));
  const [editing, setEditing] = useState(false);
  return (
    <Page title={organisation?.name ?? t('customers.organisation')} back="/customers">
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {organisation?.note && !editing && <p className="written">{organisation.note}</p>}
      {organisation && editing && (
        <OrganisationForm organisation={organisation} onDone={() => setEditing(false)} />
      )}
      {organisation && !editing && may(me, 'Customers', 'agent') && (
        <div className={styles.acts}>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('customers.change')}
          </Button>
        </div>
      )}
      <CustomerTable
        list={list}
        rows={list.data?.pages.flatMap((page) => page.items) ?? []}
        none={t('customers.noneHere')}
      />
    </Page>
  );
}

type FormProps = { organisation: Organisation; onDone: () => void };

function OrganisationForm({ organisation, onDone }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(organisation.name);
  const [note, setNote] = useState(organisation.note ?? '');
  const saving = useAct(
    () =>
      changeOrganisation(organisation.id, organisation.version, {
        name: name.trim(),
        note: note.trim() || null,
      }),
    onDone,
  );
  return (
    <ActForm acting={saving} submit={t('customers.save')} onDone={onDone}>
      <TextInput
        label={t('customers.organisationName')}
        data-path="name"
        value={name}
        required
        withAsterisk={false}
        maxLength={200}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('customers.note')}
        data-path="note"
        value={note}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  );
}
