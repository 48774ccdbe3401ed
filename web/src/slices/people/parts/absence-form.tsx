import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/new-key.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { recordAbsence } from '../absence-queries.ts';
import { AbsenceFields, type AbsenceGiven, wishOf } from './absence-fields.tsx';
import { Outlook } from './outlook.tsx';
import styles from './people.module.css';

const empty: AbsenceGiven = { from: '', until: '', reason: 'holiday', cover: '' };

/** Records an absence, from now on or ahead, and says before what it will do. */
export function AbsenceForm({ agentId, own }: { agentId: string; own: boolean }) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const client = useQueryClient();
  const [given, setGiven] = useState(empty);
  const [key, setKey] = useState(newKey);
  const wish = wishOf(given, zone);
  const recording = useMutation({
    mutationFn: () => recordAbsence(agentId, key, wish),
    onSuccess: () => {
      setGiven(empty);
      setKey(newKey());
      return client.invalidateQueries();
    },
  });
  const set = (part: Partial<AbsenceGiven>) => {
    recording.reset();
    setKey(newKey());
    setGiven({ ...given, ...part });
  };
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
      <AbsenceFields agentId={agentId} given={given} set={set} />
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
