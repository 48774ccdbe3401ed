import { useLayoutEffect, useRef } from 'react';
import { keyOf } from './key-of.ts';
import { type KeyName, nameOfKey } from './keys.ts';
import { singleKeysOn } from './single-keys.ts';

type Acts = Partial<Record<KeyName, () => void>>;

/** What is bound now by whoever stands on the page; who came last is asked first. */
const bound: (() => Acts)[] = [];

/**
 * Does what is bound to the pressed key, unless someone is writing or a dialog is open. Bound as soon
 * as what it belongs to is on the page: a quick hand presses it at once.
 */
export function useKeys(acts: Acts): void {
  const current = useRef(acts);
  useLayoutEffect(() => {
    current.current = acts;
  });
  useLayoutEffect(() => {
    const now = () => current.current;
    if (bound.length === 0) window.addEventListener('keydown', onKeyDown);
    bound.unshift(now);
    return () => {
      bound.splice(bound.indexOf(now), 1);
      if (bound.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || isBusy(event.target)) return;
  const pressed = { key: keyOf(event), repeat: event.repeat };
  const characters = singleKeysOn();
  for (const now of bound) {
    const acts = now();
    const name = nameOfKey(Object.keys(acts) as KeyName[], pressed, characters);
    if (!name) continue;
    event.preventDefault();
    acts[name]?.();
    return;
  }
}

/** Where keys mean letters, or choose in an open menu or dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"]')) return true;
  return target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}
