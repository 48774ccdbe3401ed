import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { dayAndMinute } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { caseQuery } from '../../cases/queries.ts';
import { CallRecord } from '../parts/call-record.tsx';
import styles from '../parts/calls.module.css';
import { callsQuery } from '../queries.ts';

/** All calls of a case, as they are printed: day and minute, with whom, what was agreed. */
export function Calls() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { caseId } = useParams({ from: '/desk/cases/$caseId/calls' });
  const { data: item } = useQuery(caseQuery(caseId));
  const { data: calls, error, refetch } = useQuery(callsQuery(caseId));
  const [forCustomer, setFor] = useState(false);
  const shown = calls?.filter(
    (one) => !forCustomer || (one.withCustomer && one.reachedAt !== null),
  );
  return (
    <Page title={t('calls.all', { number: item?.number ?? '' })}>
      <p className={styles.head}>{item && `${item.customer.name} · ${item.subject}`}</p>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {calls?.length === 0 && <p>{t('calls.allNone')}</p>}
      <ol className={styles.all}>
        {shown?.map((call) => (
          <li key={call.id}>
            <h2>
              {dayAndMinute(Date.parse(call.beganAt), viewer)} · {call.agent.name}
            </h2>
            <CallRecord call={call} />
          </li>
        ))}
      </ol>
      <Checkbox
        className={styles.noPrint ?? ''}
        size="xs"
        mb="md"
        label={t('calls.forCustomer')}
        checked={forCustomer}
        onChange={({ currentTarget }) => setFor(currentTarget.checked)}
      />
      <p className={`${styles.ways} ${styles.noPrint}`}>
        <Button onClick={() => window.print()}>{t('calls.print')}</Button>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('calls.back')}
        </Link>
      </p>
    </Page>
  );
}
