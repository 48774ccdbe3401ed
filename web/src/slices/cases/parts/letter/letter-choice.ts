import { useSyncExternalStore } from 'react';

/** How letters with pictures and forms are read: as they were written, or as text. */
export type LetterChoice = 'written' | 'text';

const place = 'baton.letters';
const listeners = new Set<() => void>();

function chosen(): LetterChoice {
  return localStorage.getItem(place) === 'text' ? 'text' : 'written';
}

/** Chooses for all letters in this browser, those that are on the screen too. */
export function chooseLetters(choice: LetterChoice): void {
  localStorage.setItem(place, choice);
  for (const listener of listeners) listener();
}

export function useLetterChoice(): LetterChoice {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosen);
}
