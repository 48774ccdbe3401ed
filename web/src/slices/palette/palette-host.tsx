import type { Me } from '@baton/contract';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../ui/parts/lazy-part.ts';
import styles from './palette.module.css';

const Choices = lazyPart(
  async () => (await import('./choices.tsx')).Choices,
  'keys',
  'palette',
  'settings',
);

/**
 * Finds anything and does anything (Ctrl K, ⌘ K). The field is here at once, so that no key that a
 * quick hand types is lost; what it finds is fetched behind it.
 */
export function PaletteHost({ who, onKeys }: { who: Me; onKeys: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const show = useCallback(() => {
    if (dialog.current?.open) return;
    flushSync(() => setOpen(true));
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.code !== 'KeyK' && event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      show();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [show]);
  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
      >
        <span>{t('nav.find')}</span> <kbd aria-hidden>{onMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      {open && (
        <dialog
          ref={dialog}
          className={styles.palette}
          closedby="any"
          onClose={() => setOpen(false)}
        >
          <Field who={who} onKeys={onKeys} onDone={() => dialog.current?.close()} />
        </dialog>
      )}
    </>
  );
}

const onMac = navigator.platform.startsWith('Mac');

type FieldProps = { who: Me; onKeys: () => void; onDone: () => void };

function Field({ who, onKeys, onDone }: FieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState<string | undefined>(undefined);
  /** Enter was pressed before what was meant could be chosen. */
  const [early, setEarly] = useState(false);
  return (
    <>
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-expanded
        aria-controls="palette-choices"
        aria-activedescendant={active}
        aria-label={t('nav.palette')}
        placeholder={t('nav.palette')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setEarly(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) setEarly(true);
        }}
      />
      <Suspense fallback={<div className={styles.choices} />}>
        <Choices
          who={who}
          text={text}
          early={early}
          field={field}
          onKeys={onKeys}
          onDone={onDone}
          onActive={setActive}
        />
      </Suspense>
    </>
  );
}
