import type { Customer, Identity } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { When } from '../../../ui/time/when.tsx';
import { changeIdentity, removeIdentity } from '../doing.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from './act-form.tsx';
import styles from './customer.module.css';
import { IdentityForm } from './identity-form.tsx';
import { NumberLink } from './number-link.tsx';
import { OpenRow } from './open-row.tsx';
import { QuietButton } from './quiet.tsx';

/** How a customer can be reached; whoever may puts it right, and says what was made sure. */
export function Identities({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const { t } = useTranslation();
  const { isOpen, open, close, button } = useOpened();
  return (
    <div>
      {customer.identities.length > 0 && (
        <ul className={styles.rows} aria-label={t('customers.identities')}>
          {customer.identities.map((identity) => (
            <IdentityRow
              key={identity.id}
              customerId={customer.id}
              identity={identity}
              mayChange={mayChange}
            />
          ))}
        </ul>
      )}
      {isOpen && <IdentityForm customerId={customer.id} onDone={close} />}
      {mayChange && !isOpen && (
        <QuietButton ref={button} onClick={open}>
          {t('customers.addIdentity')}
        </QuietButton>
      )}
    </div>
  );
}

type RowProps = { customerId: string; identity: Identity; mayChange: boolean };

function IdentityRow({ customerId, identity, mayChange }: RowProps) {
  const { t } = useTranslation();
  const { value, kind, verifiedAt } = identity;
  return (
    <OpenRow
      what={value}
      mayChange={mayChange}
      renderForm={(close) => (
        <IdentityActs customerId={customerId} identity={identity} onDone={close} />
      )}
    >
      {kind === 'phone' ? <NumberLink number={value} /> : value}{' '}
      <small>{t(`customers.kind.${kind}`)}</small>
      {verifiedAt && (
        <small>
          {t('customers.verified')} <When at={verifiedAt} />
        </small>
      )}
    </OpenRow>
  );
}

type ActsProps = { customerId: string; identity: Identity; onDone: () => void };

function IdentityActs({ customerId, identity, onDone }: ActsProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(identity.value);
  const change = (part: { value: string } | { verified: boolean }) =>
    changeIdentity(customerId, identity.id, part);
  const changing = useAct(async () => {
    if (value.trim() !== identity.value) await change({ value: value.trim() });
  }, onDone);
  const verifying = useAct(() => change({ verified: identity.verifiedAt === null }), onDone);
  const removing = useAct(() => removeIdentity(customerId, identity.id));
  return (
    <ActForm
      acting={changing}
      submit={t('customers.save')}
      small
      removing={removing}
      more={
        <Button
          size="compact-sm"
          variant="default"
          loading={verifying.isPending}
          onClick={() => verifying.mutate()}
        >
          {t(identity.verifiedAt ? 'customers.unverify' : 'customers.verify')}
        </Button>
      }
      onDone={onDone}
    >
      <TextInput
        size="xs"
        label={t(`customers.kind.${identity.kind}`)}
        data-path="value"
        value={value}
        required
        withAsterisk={false}
        maxLength={254}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {verifying.error && <ProblemNote error={verifying.error} />}
    </ActForm>
  );
}
