import { useDebouncedCallback } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { takeOver } from '../../../ui/keys/early-field.ts';
import styles from './search.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address follows what was typed, which is further already. */
    typed?: boolean;
  }
}

/** So long nobody types on before it is looked for: a quick hand asks once for a word. */
const pauseMs = 120;

type Props = {
  field: RefObject<HTMLInputElement | null>;
  q: string;
  onLook: (q: string) => void;
  onDown: () => void;
};

/** What is looked for. What one types is shown at once, whatever is still under way. */
export function SearchField({ field, q, onLook, onDown }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  const [shown, setShown] = useState(q);
  const isTyped = useRouterState({ select: ({ location }) => location.state.typed === true });
  if (q !== shown) {
    setShown(q);
    // A kept search, or a way back: the field says what is looked for now.
    if (!isTyped) setTyped(q);
  }
  const look = useDebouncedCallback(onLook, pauseMs);
  const looking = useRef(onLook);
  useEffect(() => {
    looking.current = onLook;
  });
  useEffect(() => {
    if (!field.current) return undefined;
    return takeOver(field.current, (early) => {
      setTyped(early);
      looking.current(early);
    });
  }, [field]);
  return (
    <input
      ref={field}
      type="search"
      className={styles.field}
      aria-label={t('search.title')}
      placeholder={t('search.placeholder')}
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        look(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
