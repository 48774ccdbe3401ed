import { useEffect, useRef, useState } from 'react';

/**
 * Sends what is written, one after the other: what was written and submitted while the last was on its
 * way goes when that has gone, and stays where that was refused. The same pressed twice goes once.
 * @param acting how the last one fares
 * @param key by which what stands in the form now is known
 */
export function useInTurn(
  acting: { isPending: boolean; isSuccess: boolean },
  key: string,
  send: (form: HTMLFormElement) => void,
): (form: HTMLFormElement) => void {
  const onItsWay = useRef<string>(null);
  const [next, setNext] = useState<HTMLFormElement | null>(null);
  const submit = (form: HTMLFormElement) => {
    if (acting.isPending) {
      if (key !== onItsWay.current) setNext(form);
      return;
    }
    onItsWay.current = key;
    send(form);
  };
  useEffect(() => {
    if (!next || acting.isPending) return;
    setNext(null);
    if (acting.isSuccess) submit(next);
  });
  return submit;
}
