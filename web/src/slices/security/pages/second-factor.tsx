import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { placeOf } from '../../access/parts/place-of.ts';
import { Enrol } from '../parts/enrol.tsx';
import { GiveFactor } from '../parts/give-factor.tsx';
import { Leave } from '../parts/leave.tsx';
import { RecoveryList } from '../parts/recovery-list.tsx';

import { secondFactorQuery } from '../queries.ts';

/** Between the password and the desk: giving the second factor, or first setting one up. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const { to } = useSearch({ from: '/second-factor' });
  const router = useRouter();
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  const factors = useQuery(secondFactorQuery);
  const enter = async () => {
    client.clear();
    await router.navigate({ href: placeOf(to), replace: true });
  };
  const signedOut = isRefusal(factors.error, 'not_signed_in');
  const nothingLacks = factors.data?.lacks === null && codes === null;
  useEffect(() => {
    if (signedOut) void router.navigate({ to: '/sign-in', search: to ? { to } : {} });
    if (nothingLacks) void router.navigate({ href: placeOf(to), replace: true });
  }, [signedOut, nothingLacks, router, to]);
  const enrols = factors.data?.lacks === 'enrolment';
  const title = codes ? t('recovery.title') : t(enrols ? 'factor.enrolTitle' : 'factor.title');
  useTitle(title);
  if (codes) {
    return (
      <Door title={title}>
        <RecoveryList codes={codes} onKept={() => void enter()} />
      </Door>
    );
  }
  const onSetUp = (fresh: string[] | null) => (fresh ? setCodes(fresh) : void enter());
  return (
    <Door title={title}>
      {factors.error && !signedOut && (
        <ProblemNote error={factors.error} onAgain={() => void factors.refetch()} />
      )}
      {factors.data?.lacks === 'second_factor' && (
        <GiveFactor factors={factors.data} onDone={() => void enter()} />
      )}
      {enrols && (
        <>
          <p>{t('factor.enrolWhy')}</p>
          <Enrol onDone={onSetUp} />
        </>
      )}
      <Leave />
    </Door>
  );
}
