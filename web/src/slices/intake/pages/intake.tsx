import type { Intake } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { useNamedKeys } from '../../../ui/keys/use-named-keys.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { currentCallQuery } from '../../calls/queries.ts';
import { Calling } from '../parts/calling.tsx';
import { Ended } from '../parts/ended.tsx';
import styles from '../parts/intake.module.css';
import { TakeDown } from '../parts/take-down.tsx';
import { beginIntake, openIntakeQuery, shareQuery } from '../queries.ts';

/** Calls and walk-ins: begun here, and gone on with wherever one was interrupted. */
export function IntakePage() {
  const { t } = useTranslation();
  const { phone, customer } = useSearch({ from: '/desk/intake' });
  const { data: open, error, isPending, refetch } = useQuery(openIntakeQuery);
  const [ended, setEnded] = useState<Intake | null>(null);
  const content = () => {
    if (error && open === undefined) {
      return <ProblemNote error={error} onAgain={() => void refetch()} />;
    }
    if (isPending) return <div aria-busy="true" />;
    if (open) {
      return (
        <>
          {phone && phone !== open.said.phone && (
            <p role="status" className={styles.hint}>
              {t('intake.callWaits', { phone })}
            </p>
          )}
          <TakeDown key={open.id} intake={open} onEnded={setEnded} />
        </>
      );
    }
    return (
      <>
        {ended && <Ended intake={ended} onAnother={() => setEnded(null)} />}
        {!ended && <Begin phone={phone} customer={customer} />}
      </>
    );
  };
  return <Page title={t('intake.title')}>{content()}</Page>;
}

type BeginProps = { phone: string | undefined; customer: string | undefined };

function Begin({ phone, customer }: BeginProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: share } = useQuery(shareQuery);
  const begin = useMutation({
    mutationFn: beginIntake,
    onSuccess: async (intake) => {
      client.setQueryData(openIntakeQuery.queryKey, intake);
      // Who called is taken down by now, and does not call again by the same address.
      await navigate({ to: '/intake', search: {}, replace: true });
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
    },
    onError: () => client.invalidateQueries({ queryKey: openIntakeQuery.queryKey }),
  });
  const who = customer === undefined ? {} : { customer };
  const from = phone === undefined ? {} : { phone };
  const byCall = () => begin.mutate({ way: 'call', ...who, ...from });
  const byVisit = () => begin.mutate({ way: 'visit', ...who });
  useNamedKeys({
    beginCall: { name: t('intake.call'), run: byCall },
    beginVisit: { name: t('intake.visit'), run: byVisit },
  });
  if (phone && !customer) return <Calling phone={phone} begin={begin} />;
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{t('intake.why')}</p>
      <div className={styles.buttons}>
        <Button size="md" loading={begin.isPending} onClick={byCall}>
          {t('intake.call')} <KeyCap of="beginCall" />
        </Button>
        <Button size="md" variant="default" disabled={begin.isPending} onClick={byVisit}>
          {t('intake.visit')} <KeyCap of="beginVisit" />
        </Button>
      </div>
      {begin.error && <ProblemNote error={begin.error} />}
      {share && share.ended > 0 && <p className={styles.hint}>{t('intake.share', share)}</p>}
    </div>
  );
}
