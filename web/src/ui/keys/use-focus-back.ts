import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was when a dialog that is there only while it is open goes away.
 * Mantine does so by itself only for dialogs that are there before they open.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog has left the page, and unless somebody else took the focus meanwhile.
      setTimeout(() => {
        const { activeElement } = document;
        const nowhere = activeElement === null || activeElement === document.body;
        if (nowhere && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
