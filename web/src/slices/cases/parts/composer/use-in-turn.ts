import { useEffect, useEffectEvent, useRef } from 'react';
import type { Draft } from './draft.ts';

/**
 * Sends what is written, one after the other: what was written and submitted while the last was on its
 * way goes when that has gone, and stays where that was refused, or where more was written since. The
 * same pressed twice goes once.
 * @param acting how the last one fares
 * @param draft what stands in the form now
 */
export function useInTurn(
  acting: { isPending: boolean; isSuccess: boolean },
  { key, text }: Draft,
  send: (form: HTMLFormElement) => void,
): (form: HTMLFormElement) => void {
  const { isPending, isSuccess } = acting;
  const onItsWay = useRef<string>(null);
  const next = useRef<{ form: HTMLFormElement; text: string }>(null);
  const submit = (form: HTMLFormElement) => {
    if (!isPending) {
      onItsWay.current = key;
      send(form);
    } else if (key !== onItsWay.current) next.current = { form, text };
  };
  const goOn = useEffectEvent(() => {
    const pressed = next.current;
    next.current = null;
    // What went is taken from its beginning.
    if (pressed?.text.endsWith(text) && isSuccess) submit(pressed.form);
  });
  useEffect(() => {
    if (!isPending) goOn();
  }, [isPending]);
  return submit;
}
