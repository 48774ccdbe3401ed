import { useCallback, useEffect, useRef, useState } from 'react';

/** How long nothing more is typed before it is kept, and before it is tried again. */
const restMs = 500;
const againMs = 4_000;

export type Keeping = 'kept' | 'keeping' | 'notKept';

/**
 * Keeps what is typed as it is typed: what changed goes to the server after a short rest, one after
 * the other, and again until it is there. `edits` is everything typed since the form stands, and never
 * waits for an answer.
 * @param save keeps changes; what it throws is tried again
 */
export function useKept<Fields extends object>(
  save: (change: Partial<Fields>) => Promise<unknown>,
) {
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const [state, setState] = useState<Keeping>('kept');
  const [error, setError] = useState<unknown>(null);
  const pending = useRef<Partial<Fields>>({});
  const running = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<number | undefined>(undefined);
  const keep = useRef(save);
  useEffect(() => {
    keep.current = save;
  });

  const flush = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const change = pending.current;
      if (Object.keys(change).length === 0) return;
      pending.current = {};
      try {
        await keep.current(change);
        setError(null);
        if (Object.keys(pending.current).length === 0) setState('kept');
      } catch (failure) {
        // What was typed meanwhile is newer.
        pending.current = { ...change, ...pending.current };
        setError(failure);
        setState('notKept');
        timer.current = window.setTimeout(() => void flush(), againMs);
      }
    });
    return running.current;
  }, []);

  const change = useCallback(
    (fields: Partial<Fields>) => {
      pending.current = { ...pending.current, ...fields };
      setEdits((before) => ({ ...before, ...fields }));
      setState('keeping');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), restMs);
    },
    [flush],
  );

  useEffect(() => {
    // Whoever closes the lid or turns to another page has typed all the same.
    const onHidden = () => void (document.visibilityState === 'hidden' && flush());
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void flush();
    };
  }, [flush]);

  return { edits, change, flush, state, error };
}
