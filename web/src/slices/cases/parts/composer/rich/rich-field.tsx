import type { Editor } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { EditorState } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { isSend } from '../../../../../ui/keys/is-send.ts';
import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import { pastedFiles } from '../pasted-files.ts';
import type { PutPicture } from '../use-uploads.ts';
import { Picture } from './picture.ts';
import { richFieldOf } from './rich-surface.ts';
import styles from './rich.module.css';
import { Toolbar } from './toolbar.tsx';
import { contentOf } from './words.ts';

type Props = {
  field: RefObject<Field | null>;
  label: string;
  placeholder: string;
  draft: Draft;
  taken: number;
  /** Whether one was about to write when it came. */
  focused: boolean;
  onChange: (words: Pick<Draft, 'text' | 'html'>) => void;
  onFiles: ((files: Iterable<File>) => void) | undefined;
  onPicture: (picture: File, put: PutPicture) => Promise<void>;
  onSlash?: (() => void) | undefined;
  onTab?: (() => boolean) | undefined;
  onWays?: (() => void) | undefined;
};

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Where one writes with formatting; pictures stand where they were pasted, Ctrl Enter sends. */
export function RichField(props: Props) {
  const { field, label, placeholder, draft, taken, focused } = props;
  const current = useRef(props);
  useLayoutEffect(() => {
    current.current = props;
  });
  const at = useRef<Editor | null>(null);
  const editor = useEditor({
    extensions: extensionsFor(placeholder),
    content: contentOf(draft),
    injectNonce: nonce,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: `written ${styles.text}`,
      },
      handleKeyDown: (view, event) => onKey(event, view.dom, current.current),
      handlePaste: (_, event) =>
        take(pastedFiles(event.clipboardData), current.current, at.current),
      handleDrop: (view, event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (files.length > 0 && place) at.current?.commands.setTextSelection(place.pos);
        return take(files, current.current, at.current);
      },
    },
    onUpdate: ({ editor: changed }) => current.current.onChange(wordsOf(changed)),
  });
  useImperativeHandle(field, () => richFieldOf(editor), [editor]);
  useLayoutEffect(() => {
    at.current = editor;
    if (focused) editor.view.dom.focus();
  }, [editor, focused]);
  const shown = useRef(taken);
  useEffect(() => {
    if (shown.current === taken) return;
    shown.current = taken;
    editor.commands.setContent(contentOf(current.current.draft), { emitUpdate: false });
    forgetSteps(editor);
  }, [editor, taken]);
  return (
    <>
      <EditorContent editor={editor} />
      <Toolbar editor={editor} />
    </>
  );
}

/**
 * What was sent is not brought back by Ctrl Z, as if it had been taken back: steps begin anew with what
 * came from elsewhere.
 */
function forgetSteps({ state, view }: Editor): void {
  const { doc, selection, plugins } = state;
  view.updateState(EditorState.create({ doc, selection, plugins }));
}

function extensionsFor(placeholder: string) {
  const link = { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto', 'tel'] };
  return [
    StarterKit.configure({ heading: false, horizontalRule: false, trailingNode: false, link }),
    Placeholder.configure({ placeholder }),
    Picture,
  ];
}

function wordsOf(editor: Editor): Pick<Draft, 'text' | 'html'> {
  return { text: editor.getText({ blockSeparator: '\n\n' }), html: editor.getHTML() };
}

function onKey(event: KeyboardEvent, element: HTMLElement, props: Props): boolean {
  const { field, onSlash, onTab, onWays } = props;
  if (isSend(event)) {
    if (event.repeat) return true;
    if (event.shiftKey) onWays?.();
    else element.closest('form')?.requestSubmit();
    return true;
  }
  if (event.key === 'Tab' && !event.shiftKey && onTab?.()) {
    event.preventDefault();
    return true;
  }
  if (event.key !== '/' || !onSlash || !field.current?.isAtLineStart()) return false;
  event.preventDefault();
  onSlash();
  return true;
}

/** Pictures go into the text, other files beside it. */
function take(files: File[], props: Props, editor: Editor | null): boolean {
  if (files.length === 0 || !props.onFiles) return false;
  const isPicture = ({ type }: File) => /^image\/(png|jpeg|gif|webp)$/.test(type);
  const others = files.filter((file) => !isPicture(file));
  if (others.length > 0) props.onFiles(others);
  const put: PutPicture = ({ id, name }) => {
    if (!editor || editor.isDestroyed) return false;
    return editor.commands.insertContent({ type: 'picture', attrs: { file: id, alt: name } });
  };
  for (const picture of files.filter(isPicture)) void props.onPicture(picture, put);
  return true;
}
