import type { CustomerNote } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { meQuery } from '../../access/queries.ts';
import { addNote, editNote, removeNote } from '../doing.ts';
import { notesQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import styles from './customer.module.css';
import { SureButton } from './sure-button.tsx';

type Props = { customerId: string; mayChange: boolean };

/** What whoever speaks to the customer next should know, the latest first. */
export function Notes({ customerId, mayChange }: Props) {
  const { t } = useTranslation();
  const { data: notes, error } = useQuery(notesQuery(customerId));
  const [adding, setAdding] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const writing = useAct(
    (text: string) => addNote(customerId, key, text),
    () => {
      setAdding(false);
      setKey(crypto.randomUUID());
    },
  );
  return (
    <div>
      {error && <ProblemNote error={error} />}
      {notes && notes.length > 0 && (
        <ul className={styles.notes} aria-label={t('customers.notes')}>
          {notes.map((note) => (
            <Note key={note.id} customerId={customerId} note={note} />
          ))}
        </ul>
      )}
      {adding && (
        <NoteForm
          text=""
          acting={writing}
          onSave={(text) => writing.mutate(text)}
          onDone={() => setAdding(false)}
        />
      )}
      {mayChange && !adding && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
          {t('customers.addNote')}
        </Button>
      )}
    </div>
  );
}

function Note({ customerId, note }: { customerId: string; note: CustomerNote }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const [editing, setEditing] = useState(false);
  const changing = useAct(
    (text: string) => editNote(customerId, note.id, text),
    () => setEditing(false),
  );
  const removing = useAct(() => removeNote(customerId, note.id));
  if (editing) {
    return (
      <li>
        <NoteForm
          text={note.text}
          acting={changing}
          onSave={(text) => changing.mutate(text)}
          onDone={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li>
      <div className="written">{note.text}</div>
      <small>
        {note.author.name} · <When at={note.createdAt} />
        {note.editedAt && ` · ${t('customers.edited')}`}
      </small>
      {removing.error && <ProblemNote error={removing.error} />}
      {note.author.id === me.agent?.id && (
        <span className={styles.acts}>
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
            {t('customers.change')}
          </Button>
          <SureButton
            name={t('customers.remove')}
            sure={t('customers.removeSure')}
            loading={removing.isPending}
            onSure={() => removing.mutate()}
          />
        </span>
      )}
    </li>
  );
}

type FormProps = {
  text: string;
  acting: { isPending: boolean; error: unknown };
  onSave: (text: string) => void;
  onDone: () => void;
};

function NoteForm({ text: before, acting, onSave, onDone }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(before);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isPending) onSave(text.trim());
      }}
    >
      <Textarea
        size="xs"
        label={t('customers.note')}
        description={t('customers.noteHow')}
        value={text}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {Boolean(acting.error) && <ProblemNote error={acting.error} kept={t('composer.kept')} />}
      <footer>
        <Button
          type="submit"
          size="compact-sm"
          disabled={text.trim() === ''}
          loading={acting.isPending}
        >
          {t('customers.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}
