import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { lazyPart } from '../parts/lazy-part.ts';
import { mayGo, onUnsaved, typed, watchForms } from './unsaved.ts';

const fetchDialog = () => import('./leave-dialog.tsx');
const LeaveDialog = lazyPart(async () => (await fetchDialog()).LeaveDialog);

/** Another view of the same page keeps its forms. */
const staysWithoutLeave: ShouldBlockFn = async ({ current, next }) =>
  current.pathname !== next.pathname && !(await mayGo());

const isLeft = () => typed.isLeft();

/**
 * Whoever leaves a page by a link, a key or the browser's own ways is asked once, when something typed
 * there would be lost. Stands around every page behind the sign-in.
 */
export function UnsavedGuard() {
  const [answer, setAnswer] = useState<((givesUp: boolean) => void) | null>(null);
  const isTyped = useSyncExternalStore(typed.subscribe, typed.isTyped);
  useEffect(watchForms, []);
  useEffect(() => onUnsaved(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), []);
  useEffect(() => {
    // Fetched while the line is there: it may be gone when it is to be asked.
    if (isTyped) void fetchDialog().catch(() => {});
  }, [isTyped]);
  useBlocker({ shouldBlockFn: staysWithoutLeave, enableBeforeUnload: isLeft, disabled: !isTyped });
  if (!answer) return null;
  const close = (givesUp: boolean) => {
    setAnswer(null);
    answer(givesUp);
  };
  return (
    <Suspense>
      <LeaveDialog onAnswer={close} />
    </Suspense>
  );
}
