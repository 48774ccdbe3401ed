import { useEffect, type RefObject } from 'react';
import { isSend } from './is-send.ts';

/**
 * Sends, by Ctrl Enter or ⌘ Enter, the form within an element in which it is pressed, whichever of its
 * fields has the focus. It is heard at the document: a field that takes the key for itself comes first.
 * A key that is held sends once; with Shift it asks for more ways to send, where there are any.
 */
export function useSendByKey(within: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || !isSend(event)) return;
      if (!(target instanceof Element) || !within.current?.contains(target)) return;
      event.preventDefault();
      if (!event.repeat && !event.shiftKey) target.closest('form')?.requestSubmit();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [within]);
}
