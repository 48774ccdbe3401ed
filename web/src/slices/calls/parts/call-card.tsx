import type { Call, Message } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { callsQuery, sendCall } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { CallRecord } from './call-record.tsx';
import { CorrectTimes } from './correct-times.tsx';
import styles from './calls.module.css';

/** A call in the conversation: what it was, and what can be done with it. */
export function CallCard({ message }: { message: Message }) {
  const { data: calls } = useQuery(callsQuery(message.case));
  const call = calls?.find((one) => one.message === message.id);
  if (!call) return <div className="written">{message.text}</div>;
  return <Shown call={call} caseId={message.case} />;
}

function Shown({ call, caseId }: { call: Call; caseId: string }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  const sending = useCallAct(() => sendCall(call.id));
  const withWhom = call.reachedAt ? (call.withCustomer ? 'customer' : 'other') : 'nobody';
  const [latest] = call.corrections;
  return (
    <div className={styles.card}>
      <p className={styles.what}>{t(`calls.withWhom.${withWhom}`)}</p>
      <CallRecord call={call} />
      {call.note.trim() !== '' && <p className="written">{call.note.trim()}</p>}
      {latest && (
        <p className={styles.times}>{t('calls.corrected', { name: latest.by?.name ?? 'Baton' })}</p>
      )}
      {correcting && <CorrectTimes call={call} onDone={() => setCorrecting(false)} />}
      <footer className={styles.acts}>
        {call.withCustomer && (
          <Button
            size="compact-xs"
            variant="default"
            loading={sending.isPending}
            disabled={sending.isSuccess}
            onClick={() => sending.mutate()}
          >
            {t(sending.isSuccess ? 'calls.sent' : 'calls.send')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={correcting}
          onClick={() => setCorrecting((open) => !open)}
        >
          {t('calls.correctTimes')}
        </Button>
        <Link to="/cases/$caseId/calls" params={{ caseId }}>
          {t('calls.print')}
        </Link>
      </footer>
      {sending.error && <ProblemNote error={sending.error} />}
    </div>
  );
}
