import type { Me } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { comeInAgain, doorOf, onDoor } from '../../../api/door.ts';
import { onTurnedAway } from '../../../query-client.ts';
import { keysWithin } from '../../../ui/keys/keys-within.ts';
import { doorTitle } from '../../../ui/shell/door-title.ts';
import { lazyPart } from '../../../ui/parts/lazy-part.ts';
import { meQuery } from '../queries.ts';
import styles from './desk.module.css';

const DoorInPlace = lazyPart(
  async () => (await import('./door-in-place.tsx')).DoorInPlace,
  'security',
  'provider',
);

/** Whether the session ended while the page was open, so that nothing of it may be seen. */
export function useShut() {
  const [shut, setShut] = useState(false);
  const answer = useRef<((isIn: boolean) => void) | null>(null);
  const open = useCallback((isIn: boolean) => {
    setShut(false);
    answer.current?.(isIn);
    answer.current = null;
  }, []);
  useEffect(() => {
    const stopAsking = onDoor(
      () =>
        new Promise<boolean>((resolve) => {
          answer.current = resolve;
          setShut(true);
        }),
    );
    const stopHearing = onTurnedAway(() => void comeInAgain());
    return () => {
      stopAsking();
      stopHearing();
      open(false);
    };
  }, [open]);
  return { shut, open };
}

/**
 * Stands over everything, and hides it: from eyes, screen readers, search and paper. What is typed
 * beneath stays for whoever typed it.
 */
export function ShutDesk({ who, onOpen }: { who: Me; onOpen: (isIn: boolean) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    const before = document.activeElement;
    document.documentElement.dataset['shut'] = '';
    dialog?.showModal();
    const stop = keysWithin(dialog);
    return () => {
      stop();
      delete document.documentElement.dataset['shut'];
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const back = useCallback(
    (now: Me) => {
      client.setQueryData(meQuery.queryKey, now);
      onOpen(true);
      // What is asked about signing in itself does not wait for the door.
      void client.refetchQueries({
        type: 'active',
        predicate: ({ state }) => doorOf(state.error) !== null,
      });
    },
    [client, onOpen],
  );
  return createPortal(
    <dialog
      ref={place}
      data-door
      aria-label={t('signIn.title')}
      aria-labelledby={doorTitle}
      className={styles.shut}
      onCancel={(event) => event.preventDefault()}
      onClose={() => {
        if (place.current && !place.current.open) place.current.showModal();
      }}
    >
      <Suspense>
        <DoorInPlace who={who} onBack={back} />
      </Suspense>
    </dialog>,
    document.body,
  );
}
