import type { SecondFactor } from '@baton/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Door } from '../../../ui/shell/door.tsx';
import { Enrol } from './enrol.tsx';
import { GiveFactor } from './give-factor.tsx';
import { Leave } from './leave.tsx';
import { RecoveryList } from './recovery-list.tsx';

type Props = {
  factors: UseQueryResult<SecondFactor>;
  /** Also where nothing lacks; stays the same. */
  onDone: () => void;
  onLeft: () => void;
  /** Recovery codes are shown, and only now. */
  onCodes?: () => void;
  /** What else is to be said. */
  children?: ReactNode;
};

/** Giving the second factor, or first setting one up. */
export function SecondStep({ factors, onDone, onLeft, onCodes, children }: Props) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  const enrols = factors.data?.lacks === 'enrolment';
  const title = codes ? t('recovery.title') : t(enrols ? 'factor.enrolTitle' : 'factor.title');
  const nothingLacks = factors.data?.lacks === null && codes === null;
  useEffect(() => {
    if (nothingLacks) onDone();
  }, [nothingLacks, onDone]);
  const show = (fresh: string[]) => {
    onCodes?.();
    setCodes(fresh);
  };
  if (codes) {
    return (
      <Door title={title}>
        <RecoveryList codes={codes} onKept={onDone} />
      </Door>
    );
  }
  return (
    <Door title={title}>
      {factors.error && !isRefusal(factors.error, 'not_signed_in') && (
        <ProblemNote error={factors.error} onAgain={() => void factors.refetch()} />
      )}
      {factors.data?.lacks === 'second_factor' && (
        <GiveFactor factors={factors.data} onDone={onDone} />
      )}
      {enrols && (
        <>
          <p>{t('factor.enrolWhy')}</p>
          <Enrol onDone={(fresh) => (fresh ? show(fresh) : onDone())} />
        </>
      )}
      {children}
      <Leave onLeft={onLeft} />
    </Door>
  );
}
