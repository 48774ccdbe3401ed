import { type SyntheticEvent, useEffect, useRef, useState } from 'react';

/** Whoever thinks for longer than this is not writing. */
const pauseMs = 20_000;

/** Whether somebody is writing below the conversation; what is set at its side does not count. */
export function useWriting() {
  const [isWriting, setWriting] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  function set(writes: boolean) {
    window.clearTimeout(timer.current);
    setWriting(writes);
    if (writes) timer.current = window.setTimeout(() => setWriting(false), pauseMs);
  }
  return {
    isWriting,
    onInput: ({ target }: SyntheticEvent) => {
      if (target instanceof Element && !target.closest('aside, header')) set(true);
    },
    onSubmit: () => set(false),
  };
}
