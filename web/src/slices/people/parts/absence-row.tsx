import type { Absence } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { cancelAbsence, endAbsence } from '../absence-queries.ts';
import { AbsenceEdit } from './absence-edit.tsx';
import styles from './people.module.css';

type Props = { item: Absence; own: boolean };

/** An absence, with what can be done to it: change it, come back, or take it back. */
export function AbsenceRow({ item, own }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const running = item.state === 'running';
  const ending = useMutation({
    mutationFn: async () => {
      await (running ? endAbsence(item.id, item.version) : cancelAbsence(item.id, item.version));
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <li className={styles.row} data-running={running}>
      <div className={styles.what}>
        <strong>{t(running ? 'absence.away' : 'absence.planned')}</strong>
        {item.reason && <span className={styles.mark}>{t(`absence.reason.${item.reason}`)}</span>}
        <p className={styles.about}>
          <When at={item.from} sayToday /> –{' '}
          {item.until ? <When at={item.until} sayToday /> : t('absence.open')}
          {item.cover && <span>{t('absence.coveredBy', { name: item.cover.name })}</span>}
        </p>
        {ending.error && <ProblemNote error={ending.error} />}
      </div>
      {!editing && item.reason && (
        <Button variant="subtle" onClick={() => setEditing(true)}>
          {t('absence.change')}
        </Button>
      )}
      <Button
        variant={running ? 'filled' : 'default'}
        loading={ending.isPending}
        onClick={() => ending.mutate()}
      >
        {t(running ? (own ? 'absence.back' : 'absence.theyAreBack') : 'absence.cancel')}
      </Button>
      {editing && <AbsenceEdit item={item} own={own} onDone={() => setEditing(false)} />}
    </li>
  );
}
