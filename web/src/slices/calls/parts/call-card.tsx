import type { Call, Message } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { callsQuery, sendCall } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import { CallRecord } from './call-record.tsx';
import { CorrectCall } from './correct-call.tsx';
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
  const [open, setOpen] = useState<'times' | 'texts' | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const close = () => setOpen(null);
  const withWhom = call.reachedAt ? (call.withCustomer ? 'customer' : 'other') : 'nobody';
  return (
    <div ref={card} className={styles.card}>
      <p className={styles.what}>{t(`calls.withWhom.${withWhom}`)}</p>
      {open === 'texts' ? (
        <CorrectCall call={call} onDone={close} />
      ) : (
        <>
          <CallRecord call={call} />
          {call.note.trim() !== '' && <p className="written">{call.note.trim()}</p>}
        </>
      )}
      <PutRight call={call} />
      {open === 'times' && <CorrectTimes call={call} onDone={close} />}
      <footer className={styles.acts}>
        {call.withCustomer && call.reachedAt && <Send call={call} />}
        {(['texts', 'times'] as const).map((what) => (
          <Button
            key={what}
            size="compact-xs"
            variant="default"
            aria-expanded={open === what}
            onClick={() => goThen(() => setOpen(open === what ? null : what), card.current)}
          >
            {t(what === 'times' ? 'calls.correctTimes' : 'calls.correct')}
          </Button>
        ))}
        <Link to="/cases/$caseId/calls" params={{ caseId }}>
          {t('calls.print')}
        </Link>
      </footer>
    </div>
  );
}

function Send({ call }: { call: Call }) {
  const { t } = useTranslation();
  const sending = useCallAct(() => sendCall(call.id));
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={sending.isPending}
        disabled={sending.isSuccess}
        onClick={() => sending.mutate()}
      >
        {t(sending.isSuccess ? 'calls.sent' : 'calls.send')}
      </Button>
      {sending.error && <ProblemNote error={sending.error} />}
    </>
  );
}

/** That something was put right afterwards: who did, when, and what. */
function PutRight({ call: { corrections } }: { call: Call }) {
  const { t } = useTranslation();
  const [latest] = corrections;
  if (!latest) return null;
  const what = corrections
    .filter(({ at }) => at === latest.at)
    .flatMap((one) => correctable.find((name) => name === one.what) ?? [])
    .map((name) => t(`calls.corrections.${name}`));
  return (
    <p className={styles.times}>
      {t('calls.corrected', { name: latest.by?.name ?? 'Baton', what: what.join(', ') })}{' '}
      <When at={latest.at} />
    </p>
  );
}

const correctable = [
  ...(['marks', 'people', 'agreed', 'note', 'number', 'direction', 'withCustomer'] as const),
];
