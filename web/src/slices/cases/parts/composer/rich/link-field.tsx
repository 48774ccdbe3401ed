import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rich.module.css';

/** Where the chosen words are to lead; without any, the address stands for itself. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));

  function set(): void {
    const href = withProtocol(address.trim());
    const chain = editor.chain().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      const marks = [{ type: 'link', attrs: { href } }];
      chain.insertContent({ type: 'text', text: address.trim(), marks }).run();
    } else chain.setLink({ href }).run();
    onDone();
    editor.view.focus();
  }

  return (
    <span className={styles.link}>
      <input
        type="text"
        inputMode="url"
        autoFocus
        aria-label={t('formatting.address')}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') set();
          else {
            onDone();
            editor.view.focus();
          }
        }}
      />
      <button type="button" onClick={set}>
        {t(address.trim() === '' ? 'formatting.unset' : 'formatting.set')}
      </button>
    </span>
  );
}

function withProtocol(address: string): string {
  if (address === '' || /^(https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
