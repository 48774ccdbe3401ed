import { useSyncExternalStore } from 'react';

/** In which order one's cases stand: what has to be done soonest first, or the most pressing. */
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
