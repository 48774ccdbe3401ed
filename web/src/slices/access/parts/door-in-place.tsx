import type { Me } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Door as Step, doorOf } from '../../../api/door.ts';
import { isRefusal } from '../../../api/refusal.ts';
import { onSignedIn, tellSignedIn } from '../../../api/signed-in.ts';
import { onStepUp } from '../../../api/step-up.ts';
import { onTurnedAway } from '../../../query-client.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
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
  const { step, problem, look, done, keep } = useLook(who, onBack);
  useLookingOut(look);
  useTitleOver(t('signIn.title'));
  if (step === '/second-factor') {
    return (
      <SecondStepHere onDone={done} onLeft={() => void look()} onCodes={keep}>
        {problem !== null && <ProblemNote error={problem} onAgain={() => void look()} />}
      </SecondStepHere>
    );
  }
  if (step === null) return null;
  return (
    <Door title={t('signIn.title')}>
      <p>{t('comeBack.why')}</p>
      {problem !== null && <ProblemNote error={problem} onAgain={() => void look()} />}
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

/** Who is in, and what is to be shown of the door until it is the agent of the page. */
function useLook(who: Me, onBack: Props['onBack']) {
  const [step, setStep] = useState<Step | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  /** Whether the proof is too old to set up a factor with: then one signs in anew first. */
  const isOld = useRef(false);
  /** Whether codes are shown that are seen only once. */
  const keeps = useRef(false);
  const look = useCallback(async () => {
    if (keeps.current) return;
    try {
      const now = await whoIsIn();
      if (now.agent?.id !== who.agent?.id) startAfresh();
      else if (!keeps.current) onBack(now);
    } catch (error) {
      // Baton was brought up to date meanwhile.
      if (isRefusal(error, 'unexpected') && error.status < 300) return location.reload();
      const door = doorOf(error);
      setProblem(door ? null : error);
      setStep((before) => (isOld.current ? '/sign-in' : (door ?? before ?? '/sign-in')));
    }
  }, [who, onBack]);
  const done = useCallback(() => {
    isOld.current = false;
    keeps.current = false;
    void look();
    tellSignedIn('proved');
  }, [look]);
  const keep = useCallback(() => {
    keeps.current = true;
  }, []);
  useEffect(
    () =>
      onStepUp(async () => {
        isOld.current = true;
        setStep('/sign-in');
        return false;
      }),
    [],
  );
  return { step, problem, look, done, keep };
}

/**
 * Looks who is in: at once, whenever it may have been somebody in another window, and when the door
 * itself is turned away because what was begun at it has ended.
 */
function useLookingOut(look: () => Promise<void>): void {
  useEffect(() => {
    const stop = new AbortController();
    const act = () => void look();
    act();
    window.addEventListener('focus', act, { signal: stop.signal });
    const stopHearing = [onSignedIn(act), onTurnedAway(act)];
    return () => {
      stop.abort();
      for (const one of stopHearing) one();
    };
  }, [look]);
}

/** What the session lacks is asked anew: what the page beneath knows of it is of the one before. */
function SecondStepHere(props: Omit<ComponentProps<typeof SecondStep>, 'factors'>) {
  const factors = useQuery({
    ...secondFactorQuery,
    queryKey: ['door', 'second-factor'],
    gcTime: 0,
  });
  return <SecondStep factors={factors} {...props} />;
}
