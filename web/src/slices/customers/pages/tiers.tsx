import type { Tier } from '@baton/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import shared from '../../../ui/shell/section.module.css';
import { changeTier, createTier, deleteTier } from '../doing.ts';
import styles from '../parts/customer.module.css';
import { OpenRow } from '../parts/open-row.tsx';
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
      {tiers && tiers.length > 0 && (
        <ul className={`${shared.list} ${styles.tiers}`}>
          {tiers.map((tier, place) => (
            <TierRow key={tier.id} tier={tier} isFirst={place === 0} />
          ))}
        </ul>
      )}
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
  return (
    <OpenRow
      what={tier.name}
      mayChange
      renderForm={(close) => (
        <TierForm
          tier={tier}
          isFirst={isFirst}
          onSave={(input) => changeTier(tier.id, input)}
          onDone={close}
        />
      )}
    >
      {tier.name}
      {tier.adds && <small>{tier.adds}</small>}
    </OpenRow>
  );
}

type FormProps = {
  tier?: Tier;
  /** Whether no tier stands above it. */
  isFirst?: boolean;
  onSave: (input: { name: string; adds: string | null }) => Promise<Tier>;
  onDone: () => void;
};

function TierForm({ tier, isFirst = true, onSave, onDone }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(tier?.name ?? '');
  const [adds, setAdds] = useState(tier?.adds ?? '');
  const saving = useAct(() => onSave({ name: name.trim(), adds: adds.trim() || null }), onDone);
  const removing = useAct(() => deleteTier(tier!.id));
  return (
    <ActForm
      acting={saving}
      submit={t('customers.save')}
      {...(tier ? { removing } : {})}
      more={tier && !isFirst && <MoveUp tier={tier} onDone={onDone} />}
      onDone={onDone}
    >
      <TextInput
        label={t('tiers.name')}
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
        data-path="adds"
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

function MoveUp({ tier, onDone }: { tier: Tier; onDone: () => void }) {
  const { t } = useTranslation();
  const moving = useAct(() => changeTier(tier.id, { place: tier.place - 1 }), onDone);
  return (
    <>
      <Button variant="default" loading={moving.isPending} onClick={() => moving.mutate()}>
        {t('tiers.up')}
      </Button>
      {moving.error && <ProblemNote error={moving.error} />}
    </>
  );
}
