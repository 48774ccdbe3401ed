import type { Customer, Identity } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../../../ui/keys/use-escape.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { changeIdentity, removeIdentity } from '../doing.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { IdentityForm } from './identity-form.tsx';
import { SureButton } from './sure-button.tsx';

/** How a customer can be reached; whoever may puts it right, and says what was made sure. */
export function Identities({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
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
      {adding && <IdentityForm customerId={customer.id} onDone={() => setAdding(false)} />}
      {mayChange && !adding && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
          {t('customers.addIdentity')}
        </Button>
      )}
    </div>
  );
}

type RowProps = { customerId: string; identity: Identity; mayChange: boolean };

function IdentityRow({ customerId, identity, mayChange }: RowProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { value, kind, verifiedAt } = identity;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.written}>
          {value} <small>{t(`customers.kind.${kind}`)}</small>
          {verifiedAt && (
            <small>
              {t('customers.verified')} <When at={verifiedAt} />
            </small>
          )}
        </span>
        {mayChange && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open}
            aria-label={t('customers.changeWhich', { what: value })}
            onClick={() => setOpen(!open)}
          >
            {t('customers.change')}
          </Button>
        )}
      </div>
      {open && (
        <IdentityActs customerId={customerId} identity={identity} onDone={() => setOpen(false)} />
      )}
    </li>
  );
}

type ActsProps = { customerId: string; identity: Identity; onDone: () => void };

function IdentityActs({ customerId, identity, onDone }: ActsProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState(identity.value);
  const changing = useAct(
    (part: { value?: string; verified?: boolean }) => changeIdentity(customerId, identity.id, part),
    onDone,
  );
  const removing = useAct(() => removeIdentity(customerId, identity.id));
  useEscape(form, onDone);
  const error = changing.error ?? removing.error;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        changing.mutate({ value: value.trim() });
      }}
    >
      <TextInput
        size="xs"
        label={t(`customers.kind.${identity.kind}`)}
        value={value}
        required
        withAsterisk={false}
        maxLength={254}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {error && <ProblemNote error={error} />}
      <footer>
        <Button
          type="submit"
          size="compact-sm"
          disabled={value.trim() === '' || value.trim() === identity.value}
          loading={changing.isPending}
        >
          {t('customers.save')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => changing.mutate({ verified: identity.verifiedAt === null })}
        >
          {t(identity.verifiedAt ? 'customers.unverify' : 'customers.verify')}
        </Button>
        <SureButton
          name={t('customers.remove')}
          sure={t('customers.removeSure')}
          loading={removing.isPending}
          onSure={() => removing.mutate()}
        />
      </footer>
    </form>
  );
}
