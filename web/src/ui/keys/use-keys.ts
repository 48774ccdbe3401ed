import { useEffect, useRef } from 'react';
import { keyOf } from './key-of.ts';
import { singleKeysOn } from './single-keys.ts';

type Keys = Record<string, () => void>;

/** Does what stands under the pressed key, unless someone is writing or a dialog is open. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || isBusy(event.target)) return;
      const key = keyOf(event);
      const act = key === null ? undefined : current.current[key];
      if (!act || !singleKeysOn()) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Where keys mean letters, or choose in an open menu or dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"]')) return true;
  return target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}
