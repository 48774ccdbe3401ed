import { useSyncExternalStore } from 'react';

/** Whether this screen hears at once what others do; since when it does not. */
export type Line = { live: true } | { live: false; since: Date };

let line: Line = { live: false, since: new Date() };
const listeners = new Set<() => void>();

export function setLive(live: boolean): void {
  if (line.live === live) return;
  line = live ? { live } : { live, since: new Date() };
  for (const listener of listeners) listener();
}

export function useLine(): Line {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => line,
  );
}

const safetyMs = 60_000;

/** How often to ask whether something changed: seldom while the line tells it by itself. */
export function askEvery(otherwiseMs: number): () => number {
  return () => (line.live ? safetyMs : otherwiseMs);
}
