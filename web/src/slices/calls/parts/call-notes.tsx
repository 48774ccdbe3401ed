import type { Call, CallChange, SpokenWith } from '@baton/contract';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../../ui/shell/icons.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { changeCall, currentCallQuery } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { KeptSign } from './kept-sign.tsx';
import styles from './calls.module.css';

const nobody: SpokenWith = { name: '', spelling: null, role: null };

type Props = { call: Call; onDone?: () => void };

/** With whom, what was agreed, a note: kept as it is typed, during the call and after it. */
export function CallNotes({ call, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { edits, change, flush, state, error } = useKept<CallChange>(async (given) => {
    client.setQueryData(currentCallQuery.queryKey, await changeCall(call.id, given));
  });
  const done = useCallAct(async () => {
    await flush();
    return changeCall(call.id, { done: true });
  });
  const people = edits.people ?? (call.people.length > 0 ? call.people : [nobody]);
  const setPerson = (place: number, part: Partial<SpokenWith>) =>
    change({ people: people.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  return (
    <div className={styles.notes}>
      <fieldset className={styles.people}>
        <legend>{t('calls.people')}</legend>
        {people.map((person, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- they have no other name
          <div key={place} className={styles.person}>
            <TextInput
              size="xs"
              label={t('calls.name')}
              value={person.name}
              onChange={({ currentTarget }) => setPerson(place, { name: currentTarget.value })}
            />
            <TextInput
              size="xs"
              label={t('calls.spelling')}
              value={person.spelling ?? ''}
              onChange={({ currentTarget }) =>
                setPerson(place, { spelling: currentTarget.value || null })
              }
            />
            <TextInput
              size="xs"
              label={t('calls.role')}
              value={person.role ?? ''}
              onChange={({ currentTarget }) =>
                setPerson(place, { role: currentTarget.value || null })
              }
            />
            {people.length > 1 && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('calls.removePerson', { name: person.name })}
                onClick={() => change({ people: people.filter((_, at) => at !== place) })}
              >
                <CloseIcon />
              </button>
            )}
          </div>
        ))}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => change({ people: [...people, nobody] })}
        >
          {t('calls.addPerson')}
        </Button>
      </fieldset>
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
