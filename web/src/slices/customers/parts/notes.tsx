import type { CustomerNote } from '@baton/contract';
import { Textarea } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { meQuery } from '../../access/queries.ts';
import { addNote, editNote, removeNote } from '../doing.ts';
import { notesQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { ActForm } from './act-form.tsx';
import styles from './customer.module.css';
import { OpenRow } from './open-row.tsx';
import { QuietButton } from './quiet.tsx';

type Props = { customerId: string; mayChange: boolean };

/** What whoever speaks to the customer next should know, the latest first. */
export function Notes({ customerId, mayChange }: Props) {
  const { t } = useTranslation();
  const { data: notes, error } = useQuery(notesQuery(customerId));
  const { isOpen, open, close, button } = useOpened();
  const [key, setKey] = useState(newKey);
  return (
    <div>
      {error && <ProblemNote error={error} />}
      {notes && notes.length > 0 && (
        <ul className={styles.notes} aria-label={t('customers.notes')}>
          {notes.map((note) => (
            <Note key={note.id} customerId={customerId} note={note} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {isOpen && (
        <NoteForm
          text=""
          onSave={(text) => addNote(customerId, key, text)}
          onDone={() => {
            setKey(newKey());
            close();
          }}
        />
      )}
      {mayChange && !isOpen && (
        <QuietButton ref={button} onClick={open}>
          {t('customers.addNote')}
        </QuietButton>
      )}
    </div>
  );
}

type NoteProps = { customerId: string; note: CustomerNote; mayChange: boolean };

function Note({ customerId, note, mayChange }: NoteProps) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <OpenRow
      what={t('customers.note')}
      mayChange={mayChange && note.author.id === me.agent?.id}
      renderForm={(close) => (
        <NoteForm
          text={note.text}
          onSave={(text) => editNote(customerId, note.id, text)}
          onRemove={() => removeNote(customerId, note.id)}
          onDone={close}
        />
      )}
    >
      <div className="written">{note.text}</div>
      <small>
        {note.author.name} · <When at={note.createdAt} />
        {note.editedAt && ` · ${t('customers.edited')}`}
      </small>
    </OpenRow>
  );
}

type FormProps = {
  text: string;
  onSave: (text: string) => Promise<unknown>;
  onRemove?: () => Promise<void>;
  onDone: () => void;
};

function NoteForm({ text: before, onSave, onRemove, onDone }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(before);
  const saving = useAct(() => onSave(text.trim()), onDone);
  const removing = useAct(async () => onRemove?.());
  return (
    <ActForm
      acting={saving}
      submit={t('customers.save')}
      small
      {...(onRemove ? { removing } : {})}
      onDone={onDone}
    >
      <Textarea
        size="xs"
        label={t('customers.note')}
        description={t('customers.noteHow')}
        data-path="text"
        value={text}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActForm>
  );
}
