import { useEffect, useEffectEvent, useRef } from 'react';

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
  const { isPending, isSuccess } = acting;
  const onItsWay = useRef<string>(null);
  const next = useRef<HTMLFormElement>(null);
  const submit = (form: HTMLFormElement) => {
    if (!isPending) {
      onItsWay.current = key;
      send(form);
    } else if (key !== onItsWay.current) next.current = form;
  };
  const goOn = useEffectEvent(() => {
    const form = next.current;
    next.current = null;
    if (form && isSuccess) submit(form);
  });
  useEffect(() => {
    if (!isPending) goOn();
  }, [isPending]);
  return submit;
}
