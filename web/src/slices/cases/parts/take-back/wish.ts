import { useEffect, useRef } from 'react';
import type { Mode } from '../composer/modes.ts';

/** What a case is to be opened for, by its id. */
const wishes = new Map<string, Mode>();
const listeners = new Set<() => void>();

/** The next look at a case turns to this, or the present one, where it is open already. */
export function wish(caseId: string, mode: Mode): void {
  wishes.set(caseId, mode);
  for (const listener of listeners) listener();
}

/** Turns to what was wished for while this case is shown. */
export function useWish(caseId: string, turnTo: (mode: Mode) => void): void {
  const current = useRef(turnTo);
  useEffect(() => {
    current.current = turnTo;
  });
  useEffect(() => {
    const look = () => {
      const mode = wishes.get(caseId);
      if (mode === undefined) return;
      wishes.delete(caseId);
      current.current(mode);
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [caseId]);
}
