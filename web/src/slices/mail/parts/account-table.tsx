import type { AccountLine } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { serverNow } from '../../../api/server-time.ts';
import { accountAddress, accountQuery } from '../inbound-queries.ts';
import { AccountRow } from './account-row.tsx';
import { daysOf, type Period, periods } from './days.ts';
import styles from './mail.module.css';

type Props = { onDay: (line: AccountLine) => void };

const heads = [
  'opened',
  'joined',
  'setAside',
  'bounces',
  'loops',
  'duplicates',
  'processing',
] as const;

/** Received is the sum of the rest, per channel and day; where it is not, it says so. */
export function AccountTable({ onDay }: Props) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>('week');
  const today = new Date(serverNow()).toLocaleDateString('sv-SE');
  const days = daysOf(period, today);
  const { data, error, refetch } = useQuery(accountQuery(days));
  const lines = data?.items ?? [];
  const off = lines.filter((line) => line.difference !== 0).length;
  return (
    <>
      <p className={styles.intro}>{t('mailIn.accountIntro')}</p>
      <div className={styles.bar}>
        <NativeSelect
          aria-label={t('account.period')}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value as Period)}
          data={periods.map((value) => ({ value, label: t(`account.${value}`) }))}
        />
        <Button component="a" variant="default" href={accountAddress(days, '.csv')} download>
          {t('account.csv')}
        </Button>
      </div>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {off > 0 && (
        <p role="alert" className={`${styles.banner} ${styles.alarm}`}>
          {t('account.off', { count: off })}
        </p>
      )}
      {data && lines.length === 0 && <p className={styles.none}>{t('account.none')}</p>}
      {lines.length > 0 && <Lines lines={lines} off={off > 0} onDay={onDay} />}
    </>
  );
}

type LinesProps = Props & { lines: AccountLine[]; off: boolean };

function Lines({ lines, off, onDay }: LinesProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <table className={`${styles.table} ${styles.account}`}>
        <thead>
          <tr>
            <th scope="col">{t('mailIn.day')}</th>
            <th scope="col">{t('mailIn.channel')}</th>
            <th scope="col">{t('mailIn.received')}</th>
            {heads.map((part) => (
              <th key={part} scope="col">
                {t(`mailIn.${part}`)}
              </th>
            ))}
            <th scope="col">{t('account.held')}</th>
            {off && <th scope="col">{t('account.difference')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <AccountRow
              key={line.day + line.channel.id}
              line={line}
              shown={[...heads, 'held']}
              off={off}
              onDay={onDay}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
