import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { leftoversQuery, seenLeftover } from '../queries.ts';
import styles from './channels.module.css';

type Props = { channelId: string; mayChange: boolean };

/** Messages that were left in the mailbox; nothing where there are none. */
export function LeftoverList({ channelId, mayChange }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(leftoversQuery(channelId));
  const seeing = useMutation({
    mutationFn: (id: string) => seenLeftover(channelId, id),
    onSettled: () => client.invalidateQueries(leftoversQuery(channelId)),
  });
  if (!data || data.items.length === 0) return null;
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return (
    <section className={styles.part}>
      <h2>{t('channels.left')}</h2>
      <p className={styles.intro}>{t('channels.leftMeans')}</p>
      {seeing.error && <ProblemNote error={seeing.error} />}
      <ul className={styles.list}>
        {data.items.map((item) => (
          <li key={item.id} className={styles.row}>
            <span className={styles.name}>{item.subject ?? t('channels.noSubject')}</span>
            <When at={item.foundAt} />
            <span className={styles.muted}>
              {item.sender} · {t(`channels.reasons.${item.reason}`)} ·{' '}
              {size.format(item.size / 1e6)}
            </span>
            {mayChange && (
              <Button size="xs" variant="default" onClick={() => seeing.mutate(item.id)}>
                {t('channels.seen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
