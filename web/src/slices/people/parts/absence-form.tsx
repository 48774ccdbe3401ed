import { absenceReasons } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { instantOfWall, wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { recordAbsence, type Wish } from '../absence-queries.ts';
import { agentsQuery } from '../queries.ts';
import { Outlook } from './outlook.tsx';
import styles from './people.module.css';

const empty = { from: '', until: '', reason: 'holiday', cover: '' };

/** Records an absence, from now on or ahead, and says before what it will do. */
export function AbsenceForm({ agentId, own }: { agentId: string; own: boolean }) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const client = useQueryClient();
  const [given, setGiven] = useState(empty);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { data: agents = [] } = useQuery(agentsQuery);
  const wish = wishOf(given, zone);
  const recording = useMutation({
    mutationFn: () => recordAbsence(agentId, key, wish),
    onSuccess: () => {
      setGiven(empty);
      setKey(crypto.randomUUID());
      return client.invalidateQueries();
    },
  });
  const set = (part: Partial<typeof empty>) => {
    recording.reset();
    setKey(crypto.randomUUID());
    setGiven({ ...given, ...part });
  };
  const earliest = wallText(serverNow(), zone);
  return (
    <form
      className={styles.form}
      aria-label={t('absence.new')}
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <h2>{t('absence.new')}</h2>
      <div className={styles.fields}>
        <TextInput
          type="datetime-local"
          label={t('absence.from')}
          description={t('absence.fromHow', { zone })}
          value={given.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('absence.until')}
          description={t('absence.untilHow')}
          value={given.until}
          min={given.from || earliest}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('absence.why')}
          description={t('absence.whyHow')}
          value={given.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          data={absenceReasons.map((value) => ({ value, label: t(`absence.reason.${value}`) }))}
        />
        <NativeSelect
          label={t('absence.cover')}
          description={t('absence.coverHow')}
          value={given.cover}
          onChange={(event) => set({ cover: event.currentTarget.value })}
          data={[
            { value: '', label: t('absence.whoeverIsThere') },
            ...agents
              .filter((one) => one.active && one.role !== 'reader' && one.id !== agentId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <Outlook agentId={agentId} wish={wish} own={own} />
      {recording.error && <ProblemNote error={recording.error} />}
      <footer className={styles.foot}>
        <Button type="submit" loading={recording.isPending}>
          {t(given.from ? 'absence.record' : 'absence.beginNow')}
        </Button>
      </footer>
    </form>
  );
}

function wishOf(given: typeof empty, zone: string): Wish {
  const instant = (text: string) => {
    const at = text === '' ? null : instantOfWall(text, zone);
    return at === null ? null : new Date(at).toISOString();
  };
  return {
    from: instant(given.from),
    until: instant(given.until),
    reason: absenceReasons.find((one) => one === given.reason) ?? 'other',
    cover: given.cover || null,
  };
}
