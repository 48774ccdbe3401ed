import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Something that a button opens in its own place. Closed, it gives the focus back to the button, unless
 * the focus went elsewhere meanwhile.
 */
export function useOpened() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setOpen(false));
    if (document.activeElement === document.body) button.current?.focus();
  };
  return { isOpen, open: () => setOpen(true), close, button };
}
