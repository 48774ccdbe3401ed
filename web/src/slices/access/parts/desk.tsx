import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { tellSignedIn } from '../../../api/signed-in.ts';
import { lazyPart } from '../../../ui/parts/lazy-part.ts';
import { UnsavedGuard } from '../../../ui/unsaved/unsaved-guard.tsx';
import { browserZone } from '../../../ui/time/browser-zone.ts';
import { ViewerContext, type Viewer } from '../../../ui/viewer.tsx';
import { browserLanguage, speak } from '../../../words/index.ts';
import { LineSign } from '../../live/line-sign.tsx';
import { useLive } from '../../live/use-live.ts';
import { usePush } from '../../notices/parts/use-push.ts';
import { may } from '../may.ts';
import { meQuery } from '../queries.ts';
import { Alarm } from './alarm.tsx';
import { Navigation } from './navigation.tsx';
import { ShutDesk, useShut } from './shut.tsx';
import { SkipLink } from './skip-link.tsx';
import { useSameAgent } from './use-same-agent.ts';
import styles from './desk.module.css';

const News = lazyPart(async () => (await import('../../notices/parts/news.tsx')).News, 'notices');

/** The frame of everything behind the sign-in. */
export function Desk() {
  const { data: who } = useSuspenseQuery(meQuery);
  const viewer = useMemo<Viewer>(
    () => ({
      language: who.agent?.language ?? browserLanguage(),
      zone: who.agent?.zone ?? browserZone(),
    }),
    [who],
  );
  useEffect(() => void speak(viewer.language), [viewer.language]);
  // Whatever way they came in by: other windows of this browser may be another's.
  useEffect(() => tellSignedIn('opened'), []);
  const { shut, open } = useShut();
  useSameAgent(who.agent?.id ?? null);
  useLive(who.agent?.id ?? null, !shut);
  // Whoever stands at the door is nobody yet: what is pushed to whom has left is not theirs.
  usePush(shut ? null : (who.agent?.id ?? null));
  const place = useRef<HTMLDivElement>(null);
  return (
    <ViewerContext value={viewer}>
      <div className={styles.desk}>
        <SkipLink to={place} />
        <Navigation who={who} />
        <div ref={place} className={styles.place}>
          <Alarm />
          <LineSign />
          <Outlet />
          <Suspense>{who.agent && may(who, 'Notices', 'reader') && <News />}</Suspense>
        </div>
      </div>
      <UnsavedGuard />
      {shut && <ShutDesk who={who} onOpen={open} />}
    </ViewerContext>
  );
}
