import type { Mailbox } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { fetchOlder } from '../queries.ts';
import styles from './channels.module.css';

type Props = { channelId: string; mailbox: Mailbox };

/** Mail that was in the mailbox before: fetched on request, with its progress. */
export function OlderMail({ channelId, mailbox: { older } }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [since, setSince] = useState('');
  const asking = useMutation({
    // The day begins in the zone of whoever asks.
    mutationFn: () => fetchOlder(channelId, new Date(`${since}T00:00:00`).toISOString()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mail', 'channels', channelId] }),
  });
  const running = older !== null && older.finishedAt === null;
  return (
    <section className={styles.part}>
      <h2>{t('channels.older')}</h2>
      <p className={styles.intro}>{t('channels.olderMeans')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate();
        }}
      >
        <TextInput
          label={t('channels.olderSince')}
          data-path="since"
          type="date"
          required
          withAsterisk={false}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        {older && (
          <p role="status">
            {older.total === null
              ? t('channels.olderLooking')
              : t(running ? 'channels.olderRunning' : 'channels.olderDone', {
                  done: older.done,
                  total: older.total,
                })}
          </p>
        )}
        {asking.error && <ProblemNote error={asking.error} />}
        <div className={styles.buttons}>
          <Button type="submit" variant="default" loading={asking.isPending} disabled={running}>
            {t('channels.olderFetch')}
          </Button>
        </div>
      </form>
    </section>
  );
}
