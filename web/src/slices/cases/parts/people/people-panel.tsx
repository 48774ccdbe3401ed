import type { Case, Participant } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../../ui/keys/key-cap.tsx';
import { useNamedKeys } from '../../../../ui/keys/use-named-keys.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { News } from '../composer/news.tsx';
import { useActing } from '../composer/use-acting.ts';
import { ActButton } from './act-button.tsx';
import { addPerson, letGo, participantsQuery } from './people-api.ts';
import styles from './people.module.css';

/** Who takes part from outside: the customer, and whoever gets a copy of each reply. */
export function PeoplePanel({ item, may }: { item: Case; may: boolean }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const people = useQuery(participantsQuery(item.id));
  useNamedKeys({ people: may && { name: t('shortcuts.people'), run: () => setAdding(true) } });
  const present = people.data?.items.filter((one) => one.leftAt === null) ?? [];
  return (
    <section>
      <h2>{t('casePeople.title')}</h2>
      {people.error && <ProblemNote error={people.error} onAgain={() => void people.refetch()} />}
      {people.data && present.length === 0 && <p className={styles.none}>{t('casePeople.none')}</p>}
      {present.length > 0 && (
        <ul className={styles.people}>
          {present.map((person) => (
            <Person key={person.id} item={item} person={person} may={may} />
          ))}
        </ul>
      )}
      {may && adding && <AddForm item={item} onDone={() => setAdding(false)} />}
      {may && !adding && (
        <Button variant="default" size="xs" onClick={() => setAdding(true)}>
          {t('casePeople.add')} <KeyCap of="people" />
        </Button>
      )}
    </section>
  );
}

function Person({ item, person, may }: { item: Case; person: Participant; may: boolean }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={styles.who} title={person.address}>
        {person.name && <b>{person.name}</b>}
        <span>{person.address}</span>
        <small>{t(`casePeople.role.${person.role}`)}</small>
      </span>
      {may && person.role === 'copied' && (
        <ActButton item={item} name={t('casePeople.letGo')} act={(on) => letGo(on, person.id)} />
      )}
    </li>
  );
}

function AddForm({ item, onDone }: { item: Case; onDone: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const { acting, news } = useActing(
    item,
    (on) => addPerson(on, { address: address.trim(), name: null }),
    onDone,
  );
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isPending) acting.mutate();
      }}
    >
      <TextInput
        type="email"
        size="xs"
        label={t('casePeople.address')}
        description={t('casePeople.addHow')}
        data-autofocus
        autoFocus
        required
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {acting.error && <News error={acting.error} news={news} />}
      <span className={styles.act}>
        <Button type="submit" size="xs" loading={acting.isPending}>
          {t('casePeople.add')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </span>
    </form>
  );
}
