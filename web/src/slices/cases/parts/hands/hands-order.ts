import { useSyncExternalStore } from 'react';

/** In which order one's cases stand: soonest deadline first, or most pressing first. */
export type HandsOrder = 'due' | 'priority';

const place = 'baton.hands.order';
const listeners = new Set<() => void>();

/** The order chosen in this browser; soonest first to begin with. */
export function handsOrder(): HandsOrder {
  return localStorage.getItem(place) === 'priority' ? 'priority' : 'due';
}

export function chooseHandsOrder(order: HandsOrder): void {
  localStorage.setItem(place, order);
  for (const listener of listeners) listener();
}

export function useHandsOrder(): HandsOrder {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, handsOrder);
}
