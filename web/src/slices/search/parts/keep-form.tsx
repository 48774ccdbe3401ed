import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { meQuery } from '../../access/queries.ts';
import { teamsQuery } from '../../people/queries.ts';
import { isSame, type Looking } from '../looking.ts';
import { keepSearch, savedSearchesQuery } from '../queries.ts';
import styles from './search.module.css';
import { useSaving } from './use-saving.ts';

/** Keeps what is looked for as a list; leads may share it with their team. */
export function KeepForm({ looking }: { looking: Looking }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(meQuery);
  const { data: saved = [] } = useQuery(savedSearchesQuery);
  const [open, setOpen] = useState(false);
  const kept = saved.find((one) => isSame(one.search, looking));
  if (!who.agent) return null;
  if (kept) return <p className={styles.kept}>{t('search.saved.is', { name: kept.name })}</p>;
  if (open)
    return <Naming looking={looking} agentId={who.agent.id} onDone={() => setOpen(false)} />;
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
      {t('search.saved.keep')}
    </Button>
  );
}

type NamingProps = { looking: Looking; agentId: string; onDone: () => void };

function Naming({ looking, agentId, onDone }: NamingProps) {
  const { t } = useTranslation();
  const { data: teams = [] } = useQuery(teamsQuery);
  const led = teams.filter(({ lead }) => lead.id === agentId);
  const [name, setName] = useState(looking.q?.trim() ?? '');
  const [team, setTeam] = useState('');
  const [key] = useState(newKey);
  const saving = useSaving();
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        const kept = { name, search: looking, team: team || null };
        saving.mutate(() => keepSearch(kept, key), { onSuccess: onDone });
      }}
    >
      <TextInput
        aria-label={t('search.saved.name')}
        placeholder={t('search.saved.name')}
        value={name}
        maxLength={80}
        required
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {led.length > 0 && (
        <NativeSelect
          aria-label={t('search.saved.for')}
          value={team}
          onChange={(event) => setTeam(event.currentTarget.value)}
          data={[
            { value: '', label: t('search.saved.forMe') },
            ...led.map((one) => ({
              value: one.id,
              label: t('search.saved.forTeam', { team: one.name }),
            })),
          ]}
        />
      )}
      <Button type="submit" loading={saving.isPending}>
        {t('search.saved.save')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('search.saved.cancel')}
      </Button>
    </form>
  );
}
