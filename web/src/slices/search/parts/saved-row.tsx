import type { SavedSearch } from '@baton/contract';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { lookingOf } from '../looking.ts';
import { changeSavedSearch, dropSavedSearch, keepSearch } from '../queries.ts';
import { SavedCount } from './saved-count.tsx';
import styles from './search.module.css';
import { useSaving } from './use-saving.ts';

/** A kept search: opened, renamed, moved, dropped. `own` are those among which it is moved. */
export function SavedRow({ saved, own }: { saved: SavedSearch; own: SavedSearch[] }) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const saving = useSaving();
  const place = own.indexOf(saved);
  const move = (by: 1 | -1) =>
    saving.mutate(() => changeSavedSearch(saved.id, { place: place + by }));
  const drop = useDropping(saved, place);
  if (renaming) return <Rename saved={saved} onDone={() => setRenaming(false)} />;
  return (
    <li>
      <Link to="/search" search={lookingOf(saved.search)}>
        {saved.name}
      </Link>
      <SavedCount id={saved.id} className={styles.found} />
      <span className={styles.whose}>
        {saved.team && t('search.saved.sharedWith', { team: saved.team.name })}
      </span>
      {saved.yours && (
        <span className={styles.acts}>
          {(['up', 'down'] as const).map((way) => (
            <ActionIcon
              key={way}
              variant="subtle"
              aria-label={t(`search.saved.${way}`, { name: saved.name })}
              disabled={way === 'up' ? place <= 0 : place >= own.length - 1}
              onClick={() => move(way === 'up' ? -1 : 1)}
            >
              {way === 'up' ? '↑' : '↓'}
            </ActionIcon>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => setRenaming(true)}>
            {t('search.saved.rename')}
          </Button>
          <Button variant="subtle" size="compact-sm" color="red" onClick={drop}>
            {t('search.saved.drop')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Drops it at once; for some seconds it can be brought back, to where it stood. */
function useDropping(saved: SavedSearch, place: number): () => void {
  const { t } = useTranslation();
  const saving = useSaving();
  const bringBack = async () => {
    const { name, search, team } = saved;
    const kept = { name, search: lookingOf(search), team: team?.id ?? null };
    const again = await keepSearch(kept, newKey());
    return changeSavedSearch(again.id, { place });
  };
  return () =>
    saving.mutate(async () => {
      await dropSavedSearch(saved.id);
      const id = notifications.show({
        autoClose: 10_000,
        message: (
          <>
            {t('search.saved.dropped', { name: saved.name })}{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id);
                saving.mutate(bringBack);
              }}
            >
              {t('search.saved.undo')}
            </Button>
          </>
        ),
      });
    });
}

function Rename({ saved, onDone }: { saved: SavedSearch; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(saved.name);
  const saving = useSaving();
  return (
    <li>
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(() => changeSavedSearch(saved.id, { name }), { onSuccess: onDone });
        }}
      >
        <TextInput
          aria-label={t('search.saved.name')}
          value={name}
          maxLength={80}
          required
          data-autofocus
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={saving.isPending}>
          {t('search.saved.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('search.saved.cancel')}
        </Button>
      </form>
    </li>
  );
}
