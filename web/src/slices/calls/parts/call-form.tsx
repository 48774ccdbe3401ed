import type { Call, Case } from '@baton/contract';
import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { beginCall, changeCall, currentCallQuery } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { CallButtons } from './call-buttons.tsx';
import { CallNotes } from './call-notes.tsx';
import styles from './calls.module.css';

type Props = { item: Case; onDone: () => void };

/** A call about a case: begun, or gone on with wherever it was begun. */
export function CallForm({ item, onDone }: Props) {
  const { data: current, error, isPending } = useQuery(currentCallQuery);
  if (error) return <ProblemNote error={error} />;
  if (isPending) return <div className={styles.form} aria-busy="true" />;
  const isHere = current?.case?.id === item.id;
  // What has ended elsewhere waits there for what is to be added, and is in nobody's way here.
  if (current && !isHere && !current.endedAt) return <Elsewhere call={current} caseId={item.id} />;
  if (!current || !isHere) return <BeginCall caseId={item.id} />;
  return (
    <div className={styles.form}>
      <CallButtons call={current} />
      <CallNotes key={current.id} call={current} onDone={onDone} />
    </div>
  );
}

function BeginCall({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const [withCustomer, setWith] = useState(true);
  const begin = useCallAct((direction: 'in' | 'out') =>
    beginCall({ case: caseId, direction, number: number.trim() || null, withCustomer }),
  );
  return (
    <div className={styles.form}>
      <div className={styles.begin}>
        <Button data-autofocus loading={begin.isPending} onClick={() => begin.mutate('out')}>
          {t('calls.dial')}
        </Button>
        <Button variant="default" disabled={begin.isPending} onClick={() => begin.mutate('in')}>
          {t('calls.cameIn')}
        </Button>
        <TextInput
          type="tel"
          aria-label={t('calls.number')}
          placeholder={t('calls.number')}
          maxLength={40}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </div>
      <Checkbox
        size="xs"
        label={t('calls.withCustomer')}
        description={t('calls.withCustomerWhy')}
        checked={withCustomer}
        onChange={({ currentTarget }) => setWith(currentTarget.checked)}
      />
      {begin.error && <ProblemNote error={begin.error} />}
    </div>
  );
}

function Elsewhere({ call, caseId }: { call: Call; caseId: string }) {
  const { t } = useTranslation();
  const take = useCallAct(() => changeCall(call.id, { case: caseId }));
  return (
    <div className={styles.form}>
      <p className={styles.hint}>{t('calls.elsewhere')}</p>
      {call.case ? (
        <Link to="/cases/$caseId" params={{ caseId: call.case.id }}>
          {t('calls.toOther', call.case)}
        </Link>
      ) : (
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t('calls.isAboutThis')}
        </Button>
      )}
      <CallButtons call={call} />
      {take.error && <ProblemNote error={take.error} />}
    </div>
  );
}
