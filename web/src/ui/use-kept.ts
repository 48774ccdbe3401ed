import { useEffect, useState } from 'react';
import { Keeper, type Shown } from './keeper.ts';

/** Takes what keeps at once all that was typed in a part; returns how to forget it. */
export type OnKeeper = (keepNow: () => Promise<void>) => () => void;

/**
 * Keeps what is typed as it is typed: what changed goes to the server after a short rest, one after
 * the other, and again until it is there. `edits` is everything typed since the form stands, and never
 * waits for an answer. `keepNow` keeps at once what is not kept yet, and throws where that cannot be.
 * @param save keeps changes; what it throws is tried again, if it may pass
 */
export function useKept<Fields extends object>(
  save: (change: Partial<Fields>) => Promise<unknown>,
) {
  const [shown, show] = useState<Shown<Fields>>({ edits: {}, state: 'kept', error: null });
  const [keeper] = useState(() => new Keeper<Fields>(show));
  useEffect(() => keeper.saveBy(save));
  useEffect(() => {
    // Whoever closes the lid or turns to another page has typed all the same.
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void keeper.flush();
    };
  }, [keeper]);
  return { ...shown, change: keeper.change, keepNow: keeper.keepNow };
}
