import { type Channel, replyKinds } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeChannel, probeChannel, probeQuery } from '../queries.ts';
import styles from './channels.module.css';

/** How replies find their case, and the letters to ourselves that find out what works. */
export function ReplyAddresses({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ['mail', 'channels'] });
  const { data: probe } = useQuery(probeQuery(channel.id));
  const probing = useMutation({ mutationFn: () => probeChannel(channel.id), onSuccess: anew });
  const choosing = useMutation({
    mutationFn: (replyKind: string) => changeChannel(channel.id, { replyKind }),
    onSuccess: anew,
  });
  const suggested = probe?.suggested ?? null;
  const error = probing.error ?? choosing.error;
  return (
    <section className={styles.part}>
      <h2>{t('channels.replies')}</h2>
      <p className={styles.intro}>{t('channels.repliesMean')}</p>
      <NativeSelect
        label={t('channels.replyKind')}
        value={channel.replyKind}
        onChange={(event) => choosing.mutate(event.currentTarget.value)}
        data={replyKinds.map((value) => ({ value, label: t(`channels.kinds.${value}`) }))}
      />
      <ul className={styles.muted}>
        {probe?.letters.map(({ kind, address, state, said }) => (
          <li key={kind}>
            {address}: {t(`channels.probes.${state}`)} {said}
          </li>
        ))}
      </ul>
      {suggested && suggested !== channel.replyKind && (
        <p>{t('channels.suggested', { kind: t(`channels.kinds.${suggested}`) })}</p>
      )}
      {error && <ProblemNote error={error} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={probing.isPending} onClick={() => probing.mutate()}>
          {t('channels.probe')}
        </Button>
        {suggested && suggested !== channel.replyKind && (
          <Button loading={choosing.isPending} onClick={() => choosing.mutate(suggested)}>
            {t('channels.choose')}
          </Button>
        )}
      </div>
    </section>
  );
}
