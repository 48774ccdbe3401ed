import type { Editor } from '@tiptap/core';
import type { Field } from '../field.ts';
import { htmlOfText } from './words.ts';

/** What other parts may ask of the editor. */
export function richFieldOf(editor: Editor): Field {
  return {
    get element() {
      return editor.view.dom;
    },
    focus: () => editor.view.focus(),
    blur: () => editor.view.dom.blur(),
    text: () => editor.getText({ blockSeparator: '\n\n' }),
    insert(text) {
      editor.view.focus();
      if (text === '') return;
      // One line goes on where it is put; more are paragraphs of their own.
      const isLine = !text.includes('\n');
      editor.commands.insertContent(isLine ? { type: 'text', text } : htmlOfText(text));
    },
    select(words) {
      const found = placeOf(editor, words);
      if (!found) return false;
      editor.view.focus();
      return editor.commands.setTextSelection(found);
    },
    selected() {
      const { from, to } = editor.state.selection;
      return editor.state.doc.textBetween(from, to, '\n');
    },
    isAtLineStart() {
      const { $from, empty } = editor.state.selection;
      if (!empty) return false;
      const before = $from.nodeBefore;
      return before === null || before.type.name === 'hardBreak';
    },
  };
}

function placeOf(editor: Editor, words: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, at) => {
    if (found || !node.isTextblock) return !found;
    const start = node.textBetween(0, node.content.size, '\n', '\ufffc').indexOf(words);
    if (start >= 0) found = { from: at + 1 + start, to: at + 1 + start + words.length };
    return false;
  });
  return found;
}
