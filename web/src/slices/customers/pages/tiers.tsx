import type { Tier } from '@baton/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { changeTier, createTier, deleteTier } from '../doing.ts';
import styles from '../parts/customer.module.css';
import { SureButton } from '../parts/sure-button.tsx';
import { tiersQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from '../parts/act-form.tsx';

/** Tiers of customers in their order, and what each adds. */
export function Tiers() {
  const { t } = useTranslation();
  const { data: tiers, error, refetch } = useQuery(tiersQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('tiers.title')} back="/settings">
      <p className={styles.quiet}>{t('tiers.intro')}</p>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      <ul className={styles.rows}>
        {tiers?.map((tier, place) => (
          <TierRow key={tier.id} tier={tier} isFirst={place === 0} />
        ))}
      </ul>
      {adding ? (
        <TierForm onSave={createTier} onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('tiers.add')}
        </Button>
      )}
    </Page>
  );
}

function TierRow({ tier, isFirst }: { tier: Tier; isFirst: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const moving = useAct(() => changeTier(tier.id, { place: tier.place - 1 }));
  const removing = useAct(() => deleteTier(tier.id));
  const error = moving.error ?? removing.error;
  if (editing) {
    return (
      <li>
        <TierForm
          tier={tier}
          onSave={(input) => changeTier(tier.id, input)}
          onDone={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li>
      {tier.name}
      {tier.adds && <small>{tier.adds}</small>}
      {error && <ProblemNote error={error} />}
      <span className={styles.acts}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('customers.changeWhich', { what: tier.name })}
          onClick={() => setEditing(true)}
        >
          {t('customers.change')}
        </Button>
        {!isFirst && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={moving.isPending}
            onClick={() => moving.mutate()}
          >
            {t('tiers.up')}
          </Button>
        )}
        <SureButton
          name={t('customers.remove')}
          sure={t('customers.removeSure')}
          loading={removing.isPending}
          onSure={() => removing.mutate()}
        />
      </span>
    </li>
  );
}

type FormProps = {
  tier?: Tier;
  onSave: (input: { name: string; adds: string | null }) => Promise<Tier>;
  onDone: () => void;
};

function TierForm({ tier, onSave, onDone }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(tier?.name ?? '');
  const [adds, setAdds] = useState(tier?.adds ?? '');
  const saving = useAct(() => onSave({ name: name.trim(), adds: adds.trim() || null }), onDone);
  return (
    <ActForm
      acting={saving}
      submit={t('customers.save')}
      canSend={name.trim() !== ''}
      onDone={onDone}
    >
      <TextInput
        label={t('customers.name')}
        data-path="name"
        value={name}
        required
        withAsterisk={false}
        maxLength={100}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('tiers.adds')}
        description={t('tiers.addsHow')}
        value={adds}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        onChange={(event) => setAdds(event.currentTarget.value)}
      />
    </ActForm>
  );
}
