import type { accountLine } from '@baton/contract';
import type { output } from 'zod';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { shortDay } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { accountQuery } from '../queries.ts';
import styles from './mail.module.css';

const parts = [
  'opened',
  'joined',
  'setAside',
  'bounces',
  'loops',
  'duplicates',
  'processing',
] as const;

/** Received is the sum of the rest, per channel and day; where it is not, it says so. */
export function AccountTable() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(accountQuery);
  if (error) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <p className={styles.intro}>{t('mailIn.accountIntro')}</p>
      {data.items.length === 0 && <p className={styles.none}>{t('mailIn.noneWeek')}</p>}
      {data.items.length > 0 && (
        <div className={styles.frame}>
          <table className={`${styles.table} ${styles.account}`}>
            <thead>
              <tr>
                <th scope="col">{t('mailIn.day')}</th>
                <th scope="col">{t('mailIn.channel')}</th>
                <th scope="col">{t('mailIn.received')}</th>
                {parts.map((part) => (
                  <th key={part} scope="col">
                    {t(`mailIn.${part}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((line) => (
                <Line key={line.day + line.channel.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Line({ line }: { line: output<typeof accountLine> }) {
  const viewer = useViewer();
  const sum = parts.reduce((total, part) => total + line[part], 0);
  return (
    <tr>
      <th scope="row">{shortDay(line.day, viewer)}</th>
      <td>{line.channel.name}</td>
      <td className={sum === line.received ? styles.whole : styles.late}>{line.received}</td>
      {parts.map((part) => (
        <td key={part} className={line[part] === 0 ? styles.zero : undefined}>
          {line[part]}
        </td>
      ))}
    </tr>
  );
}
