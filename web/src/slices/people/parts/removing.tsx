import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import styles from './people.module.css';

type Props = { what: string; sure: string; remove: () => Promise<void>; onGone: () => void };

/** Takes something away; asks once before it does. */
export function Removing({ what, sure, remove, onGone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      onGone();
      await client.invalidateQueries();
    },
  });
  return (
    <section>
      {asked && (
        <div className={styles.outlook} role="status">
          <p>{sure}</p>
        </div>
      )}
      {removing.error && <ProblemNote error={removing.error} />}
      <footer className={styles.foot}>
        {asked && (
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('shell.cancel')}
          </Button>
        )}
        <Button
          variant={asked ? 'filled' : 'default'}
          {...(asked ? { color: 'red' } : {})}
          loading={removing.isPending}
          onClick={() => (asked ? removing.mutate() : setAsked(true))}
        >
          {what}
        </Button>
      </footer>
    </section>
  );
}
