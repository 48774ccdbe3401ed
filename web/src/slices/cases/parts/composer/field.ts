/**
 * A place where somebody writes, plain or with formatting, and what other parts may ask of it:
 * templates put text in, hints read it, names begun after an @ are completed in it.
 */
export type Field = {
  /** Where its keys are heard. */
  readonly element: HTMLElement;
  focus: () => void;
  blur: () => void;
  /** What stands in it, plain, as it will be sent. */
  text: () => string;
  /** Puts text where the caret is; its lines stay lines. The caret is after it then. */
  insert: (text: string) => void;
  /** Selects the first place where these words stand; false where they do not. */
  select: (words: string) => boolean;
  /** What is selected in it. */
  selected: () => string;
  /** Whether nothing stands before the caret in its line. */
  isAtLineStart: () => boolean;
};

/** A text area as such a place; `onText` takes what is put in. */
export function fieldOf(area: HTMLTextAreaElement, onText: (text: string) => void): Field {
  return {
    element: area,
    focus: () => area.focus(),
    blur: () => area.blur(),
    text: () => area.value,
    insert(text) {
      const { selectionStart: from, selectionEnd: to, value } = area;
      onText(value.slice(0, from) + text + value.slice(to));
      // The area shows the new text after the next drawing.
      requestAnimationFrame(() => {
        area.focus();
        area.setSelectionRange(from + text.length, from + text.length);
      });
    },
    select(words) {
      const start = area.value.indexOf(words);
      if (start < 0) return false;
      area.focus();
      area.setSelectionRange(start, start + words.length);
      return true;
    },
    selected: () => area.value.slice(area.selectionStart, area.selectionEnd),
    isAtLineStart: () => area.selectionStart === 0 || area.value[area.selectionStart - 1] === '\n',
  };
}
