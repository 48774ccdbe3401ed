import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumbersIcon } from '../../../../../ui/shell/icons.tsx';
import { LinkField } from './link-field.tsx';
import styles from './rich.module.css';

type Act = {
  name: 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote' | 'code';
  mark: string;
  sign: ReactNode;
  run: (editor: Editor) => boolean;
};

const acts: Act[] = [
  { name: 'bold', mark: 'bold', sign: <b>B</b>, run: (e) => e.chain().toggleBold().run() },
  { name: 'italic', mark: 'italic', sign: <i>I</i>, run: (e) => e.chain().toggleItalic().run() },
  {
    name: 'bullets',
    mark: 'bulletList',
    sign: '•',
    run: (e) => e.chain().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    mark: 'orderedList',
    sign: <NumbersIcon />,
    run: (e) => e.chain().toggleOrderedList().run(),
  },
  { name: 'quote', mark: 'blockquote', sign: '”', run: (e) => e.chain().toggleBlockquote().run() },
  { name: 'code', mark: 'code', sign: '<>', run: (e) => e.chain().toggleCode().run() },
];

/** What can be done to the words that are chosen; each has its usual keys, too. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      [...acts.map(({ mark }) => mark), 'link'].filter((mark) => now.isActive(mark)),
  });
  return (
    <div className={styles.toolbar} role="group" aria-label={t('formatting.toolbar')}>
      {acts.map(({ name, mark, sign, run }) => (
        <button
          key={name}
          type="button"
          title={t(`formatting.${name}`)}
          aria-label={t(`formatting.${name}`)}
          aria-pressed={on.includes(mark)}
          // The words stay chosen.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          {sign}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={on.includes('link')}
        aria-expanded={linking}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setLinking(!linking)}
      >
        {t('formatting.link')}
      </button>
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}
