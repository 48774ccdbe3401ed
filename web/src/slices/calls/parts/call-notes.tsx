import type { Call, CallChange } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type OnKeeper, useKept } from '../../../ui/use-kept.ts';
import { newerOf } from '../newer-of.ts';
import { changeCall, currentCallQuery } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { CallPeople } from './call-people.tsx';
import { KeptSign } from './kept-sign.tsx';
import styles from './calls.module.css';

type Props = {
  call: Call;
  onDone?: () => void;
  /** For whoever ends what the call belongs to. */
  onKeeper?: OnKeeper;
};

/** With whom, what was agreed, a note: kept as it is typed, during the call and after it. */
export function CallNotes({ call, onDone, onKeeper }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { edits, change, keepNow, state, error } = useKept<CallChange>(async (given) => {
    const answer = await changeCall(call.id, given);
    client.setQueryData(currentCallQuery.queryKey, (shown) => newerOf(shown, answer));
  });
  useEffect(() => onKeeper?.(keepNow), [onKeeper, keepNow]);
  const done = useCallAct(async () => {
    await keepNow();
    return changeCall(call.id, { done: true });
  });
  return (
    <div className={styles.notes}>
      <CallPeople people={edits.people ?? call.people} onChange={(people) => change({ people })} />
      <Textarea
        size="xs"
        autosize
        maxRows={6}
        label={t('calls.agreed')}
        {...(call.withCustomer ? { description: t('calls.agreedWhy') } : {})}
        value={edits.agreed ?? call.agreed}
        onChange={({ currentTarget }) => change({ agreed: currentTarget.value })}
      />
      <Textarea
        size="xs"
        autosize
        maxRows={6}
        label={t('calls.note')}
        value={edits.note ?? call.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
      <footer className={styles.foot}>
        <KeptSign state={state} error={error ?? done.error} />
        {call.endedAt && onDone && (
          <Button
            loading={done.isPending}
            onClick={() => done.mutate(undefined, { onSuccess: onDone })}
          >
            {t('calls.done')}
          </Button>
        )}
      </footer>
    </div>
  );
}
