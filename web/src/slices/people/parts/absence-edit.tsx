import type { Absence } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { changeAbsence } from '../absence-queries.ts';
import { AbsenceFields, type AbsenceGiven, wishOf } from './absence-fields.tsx';
import { Outlook } from './outlook.tsx';
import styles from './people.module.css';

type Props = { item: Absence; own: boolean; onDone: () => void };

/** Changes an absence: one that is planned in everything, one that runs but for its beginning. */
export function AbsenceEdit({ item, own, onDone }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const client = useQueryClient();
  const begun = item.state === 'running';
  const [given, setGiven] = useState(() => givenOf(item, zone));
  const wish = wishOf(given, zone);
  const saving = useMutation({
    mutationFn: () => changeAbsence(item, wish),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries();
    },
  });
  return (
    <form
      className={styles.editing}
      aria-label={t('absence.change')}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <AbsenceFields
        agentId={item.agent.id}
        given={given}
        set={(part) => setGiven({ ...given, ...part })}
        begun={begun}
      />
      {!item.handedOverAt && <Outlook agentId={item.agent.id} wish={wish} own={own} />}
      {saving.error && <ProblemNote error={saving.error} />}
      <footer className={styles.foot}>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {t('absence.keep')}
        </Button>
      </footer>
    </form>
  );
}

function givenOf({ from, until, reason, cover }: Absence, zone: string): AbsenceGiven {
  const wall = (at: string) => wallText(Date.parse(at), zone);
  return {
    from: wall(from),
    until: until ? wall(until) : '',
    reason: reason ?? 'other',
    cover: cover?.id ?? '',
  };
}
