import { useSyncExternalStore } from 'react';
import { serverNow } from '../../api/server-time.ts';

/** How often what is shown of time is brought up to date; minutes are the finest shown. */
const everyMs = 10_000;

let shown = serverNow();
let timer: number | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  shown = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    shown = serverNow();
    timer = window.setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The present instant (ms), the same for all on one screen; moves on every ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => shown);
}
