import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { serverNow } from '../../../api/server-time.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { wallInstant } from '../../grants/parts/wall-instant.ts';
import styles from '../../people/parts/people.module.css';
import { agentsQuery } from '../../people/queries.ts';
import { incidentsQuery, lockOut } from '../queries.ts';

const dayMs = 86_400_000;

/** `since` is a time of the viewer's clock. */
type Given = { agent: string; since: string; reason: string };

/** Who is to be locked out, since when somebody else may have been them, and what happened. */
export function LockOutForm() {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: agents = [] } = useQuery(agentsQuery);
  const [given, setGiven] = useState<Given>({ agent: '', since: '', reason: '' });
  const [asked, setAsked] = useState(false);
  const [once] = useState(newKey);
  const set = (part: Partial<Given>) => {
    setAsked(false);
    setGiven((before) => ({ ...before, ...part }));
  };
  const locking = useMutation({
    mutationFn: () => {
      const since =
        wallInstant(given.since, zone) ?? new Date(serverNow() - 7 * dayMs).toISOString();
      return lockOut(once, { ...given, since });
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
      await navigate({ to: '/settings/drill/$incidentId', params: { incidentId: made.id } });
    },
  });
  const name = agents.find(({ id }) => id === given.agent)?.name ?? '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!asked) setAsked(true);
        else if (!locking.isPending) locking.mutate();
      }}
    >
      <Fields given={given} set={set} />
      {asked && <p role="status">{t('drill.sure', { name })}</p>}
      {locking.error && <ProblemNote error={locking.error} />}
      <footer className={styles.foot}>
        {asked && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('shell.cancel')}
          </Button>
        )}
        <Button
          type="submit"
          color="red"
          variant={asked ? 'filled' : 'light'}
          loading={locking.isPending}
        >
          {t(asked ? 'drill.lockNow' : 'drill.lock')}
        </Button>
      </footer>
    </form>
  );
}

type FieldsProps = { given: Given; set: (part: Partial<Given>) => void };

function Fields({ given, set }: FieldsProps) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('drill.agent')}
        data-path="agent"
        required
        withAsterisk={false}
        value={given.agent}
        onChange={(event) => set({ agent: event.currentTarget.value })}
        data={[
          { value: '', label: t('drill.choose') },
          ...agents
            .filter((one) => one.active)
            .map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      <TextInput
        type="datetime-local"
        label={t('drill.since')}
        data-path="since"
        description={t('drill.sinceHow')}
        value={given.since}
        onChange={(event) => set({ since: event.currentTarget.value })}
      />
      <TextInput
        label={t('drill.reason')}
        data-path="reason"
        required
        withAsterisk={false}
        maxLength={500}
        value={given.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </div>
  );
}
