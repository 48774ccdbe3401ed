import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal.ts';
import { onSignedIn } from '../../../api/signed-in.ts';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { useEntering } from '../../access/entering.ts';
import { placeOf } from '../../access/parts/place-of.ts';
import { SecondStep } from '../parts/second-step.tsx';
import { secondFactorQuery } from '../queries.ts';

/** Between the password and the desk: giving the second factor, or first setting one up. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const { to } = useSearch({ from: '/second-factor' });
  const router = useRouter();
  const client = useQueryClient();
  const factors = useQuery(secondFactorQuery);
  const open = useEntering();
  const enter = useCallback(() => void open(placeOf(to)), [open, to]);
  const leave = async () => {
    await router.navigate({ to: '/sign-in' });
    client.clear();
  };
  const signedOut = isRefusal(factors.error, 'not_signed_in');
  useEffect(() => {
    if (signedOut) void router.navigate({ to: '/sign-in', search: to ? { to } : {} });
  }, [signedOut, router, to]);
  const { refetch } = factors;
  // It may have been given in another window.
  useEffect(() => onSignedIn(() => void refetch()), [refetch]);
  useTitle(t(factors.data?.lacks === 'enrolment' ? 'factor.enrolTitle' : 'factor.title'));
  return <SecondStep factors={factors} onDone={enter} onLeft={() => void leave()} />;
}
