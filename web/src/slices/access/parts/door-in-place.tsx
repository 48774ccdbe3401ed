import type { Me } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Door as Step, doorOf } from '../../../api/door.ts';
import { onSignedIn, tellSignedIn } from '../../../api/signed-in.ts';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitleOver } from '../../../ui/shell/use-title.ts';
import { SecondStep } from '../../security/parts/second-step.tsx';
import { secondFactorQuery } from '../../security/queries.ts';
import { whoIsIn } from '../queries.ts';
import { startAfresh } from '../start-afresh.ts';
import { WaysIn } from './ways-in.tsx';

type Props = {
  /** Whose page stands beneath. */
  who: Me;
  onBack: (now: Me) => void;
};

/** Sign-in over a page whose session ended: its agent goes on in it, anybody else begins afresh. */
export function DoorInPlace({ who, onBack }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  const look = useCallback(async () => {
    try {
      const now = await whoIsIn();
      if (now.agent?.id === who.agent?.id) onBack(now);
      else startAfresh();
    } catch (error) {
      setStep((before) => doorOf(error) ?? before ?? '/sign-in');
    }
  }, [who, onBack]);
  useLookingOut(look);
  useTitleOver(t('signIn.title'));
  const done = useCallback(() => {
    void look();
    tellSignedIn();
  }, [look]);
  if (step === '/second-factor') return <SecondStepHere onDone={done} onLeft={() => void look()} />;
  if (step === null) return null;
  return (
    <Door title={t('signIn.title')}>
      <p>{t('comeBack.why')}</p>
      <WaysIn address={who.agent?.email ?? ''} to={null} onDone={done} />
      <p>
        {/* In a window of its own: the page beneath stays. */}
        <a href="/forgot" target="_blank" rel="noopener">
          {t('signIn.forgot')}
        </a>
      </p>
    </Door>
  );
}

/** Looks who is in: at once, and whenever it may have been somebody in another window. */
function useLookingOut(look: () => Promise<void>): void {
  useEffect(() => {
    const stop = new AbortController();
    const act = () => void look();
    act();
    window.addEventListener('focus', act, { signal: stop.signal });
    const stopHearing = onSignedIn(act);
    return () => {
      stop.abort();
      stopHearing();
    };
  }, [look]);
}

/** What the session lacks is asked anew: what the page beneath knows of it is of the one before. */
function SecondStepHere(props: { onDone: () => void; onLeft: () => void }) {
  const factors = useQuery({
    ...secondFactorQuery,
    queryKey: ['door', 'second-factor'],
    gcTime: 0,
  });
  return <SecondStep factors={factors} {...props} />;
}
