import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { createCustomer, type NewIdentity } from '../doing.ts';
import { alikeTypedQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { ActForm } from './act-form.tsx';

type Draft = { name: string; mail: string; phone: string };

/** A customer by hand; whoever is known already shows while one types. */
export function NewCustomer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({ name: '', mail: '', phone: '' });
  const [key] = useState(newKey);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const making = useAct(
    () => createCustomer(key, { name: draft.name.trim(), identities: identitiesOf(draft) }),
    ({ id }) => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
  );
  return (
    <ActForm acting={making} submit={t('customers.write')} onDone={onDone}>
      <TextInput
        label={t('customers.name')}
        data-path="name"
        value={draft.name}
        required
        withAsterisk={false}
        maxLength={200}
        autoFocus
        autoComplete="off"
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('customers.kind.mail')}
        data-path={pathOf(draft, 'mail')}
        type="email"
        value={draft.mail}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => set({ mail: event.currentTarget.value })}
      />
      <TextInput
        label={t('customers.kind.phone')}
        data-path={pathOf(draft, 'phone')}
        type="tel"
        value={draft.phone}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => set({ phone: event.currentTarget.value })}
      />
      <KnownAlready draft={draft} />
    </ActForm>
  );
}

/** Where an identity stands among those that are sent; nowhere while nothing is typed. */
function pathOf(draft: Draft, kind: NewIdentity['kind']): string | undefined {
  const place = identitiesOf(draft).findIndex((one) => one.kind === kind);
  return place < 0 ? undefined : `identities.${place}.value`;
}

function identitiesOf({ mail, phone }: Draft): NewIdentity[] {
  const given: NewIdentity[] = [
    { kind: 'mail', value: mail.trim() },
    { kind: 'phone', value: phone.trim() },
  ];
  return given.filter(({ value }) => value !== '');
}

function KnownAlready({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const [typed] = useDebouncedValue(draft, 300);
  const identity = typed.mail.trim() || typed.phone.trim();
  const { data: known = [] } = useQuery(alikeTypedQuery(typed.name.trim(), identity));
  return (
    <div role="status">
      {known.length > 0 && (
        <>
          <p className={styles.quiet}>{t('customers.knownAlready')}</p>
          <ul className={styles.rows}>
            {known.map(({ customer, identities, because }) => (
              <li key={customer.id}>
                <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                  {customer.name}
                </Link>
                <small>
                  {[...because.map((why) => t(`customers.because.${why}`)), ...identities].join(
                    ' · ',
                  )}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
