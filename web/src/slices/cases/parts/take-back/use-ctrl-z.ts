import { useLayoutEffect, useRef } from 'react';

/** What is held: how it is taken back, and the field from which it was sent. */
type Held = { act: () => void; from: HTMLElement | null };

/** Everything that is held now; what was sent last is taken back first. */
const held: (() => Held)[] = [];

/** Takes back by Ctrl Z what was sent last, but for where the key takes back what was typed. */
export function useCtrlZ(act: () => void, from: HTMLElement | null): void {
  const current = useRef<Held>({ act, from });
  useLayoutEffect(() => {
    current.current = { act, from };
  });
  useLayoutEffect(() => {
    const now = () => current.current;
    // Before the field, which takes the key for itself even where it has nothing to take back.
    if (held.length === 0) addEventListener('keydown', onKeyDown, true);
    held.unshift(now);
    return () => {
      if (held.includes(now)) held.splice(held.indexOf(now), 1);
      if (held.length === 0) removeEventListener('keydown', onKeyDown, true);
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ';
  const latest = held[0]?.();
  if (!wanted || event.defaultPrevented || !latest) return;
  if (undoesItself(event.target, latest.from)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat) return;
  // It takes a moment to go from the page; the key means the one before by now.
  held.shift();
  latest.act();
}

/** Where one writes: there the browser takes back what was typed, or what was deleted. */
const writes = 'textarea, input:not([type="checkbox"], [type="radio"])';

/**
 * Whether Ctrl Z means what was typed here, and not what was sent: in every field but the one from which
 * it was sent, as long as nothing new stands in that.
 */
function undoesItself(target: EventTarget | null, from: HTMLElement | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (!target.isContentEditable && !target.matches(writes)) return false;
  return !from?.contains(target) || isWritten(from);
}

function isWritten(field: HTMLElement): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== '';
  return field.innerText.trim() !== '' || field.querySelector('img') !== null;
}
