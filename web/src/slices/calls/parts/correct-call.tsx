import type { Call } from '@baton/contract';
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../../../ui/keys/use-escape.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { changeCall } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { type CallDraft, changeOf, draftOf } from './call-draft.ts';
import { CallPeople } from './call-people.tsx';
import styles from './calls.module.css';

/** What was written down of a call, put right all at once: how it had been is kept. */
export function CorrectCall({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  // A colleague may put other parts right meanwhile: what differs from the opening is sent, no more.
  const [before] = useState(() => draftOf(call));
  const [draft, setDraft] = useState(before);
  const set = (part: Partial<CallDraft>) => setDraft((all) => ({ ...all, ...part }));
  const change = changeOf(before, draft);
  const saving = useCallAct(() => changeCall(call.id, change));
  useEscape(form, () => goThen(onDone, form.current));
  const text = (name: 'agreed' | 'note' | 'number') => ({
    size: 'xs',
    label: t(`calls.${name}`),
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [name]: currentTarget.value }),
  });
  return (
    <form
      ref={form}
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(change).length === 0) onDone();
        else if (!saving.isPending) saving.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <CallPeople people={draft.people} onChange={(people) => set({ people })} />
      <Textarea {...text('agreed')} autosize maxRows={8} maxLength={20_000} />
      <Textarea {...text('note')} autosize maxRows={8} maxLength={20_000} />
      <TextInput {...text('number')} type="tel" maxLength={40} />
      <Checkbox
        size="xs"
        label={t('calls.withCustomer')}
        checked={draft.withCustomer}
        onChange={({ currentTarget }) => set({ withCustomer: currentTarget.checked })}
      />
      {saving.error && <ProblemNote error={saving.error} kept={t('composer.kept')} />}
      <footer className={styles.acts}>
        <Button type="submit" size="compact-sm" loading={saving.isPending}>
          {t('calls.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}
