type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>;

/**
 * The shortcut that was pressed: the character, or the Latin letter printed on the key where the
 * layout writes another script (on a Russian keyboard `j` is the key that writes `о`). Wide
 * characters of Chinese writing count as plain ones, and Caps Lock changes nothing. Null with a
 * modifier held, which belongs to the browser, and while a character is being composed.
 */
export function keyOf(pressed: Pressed): string | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null;
  const letter = /^Key([A-Z])$/.exec(pressed.code)?.[1]?.toLowerCase();
  // What an input method has taken for itself.
  if (pressed.key === 'Process' || pressed.key === 'Dead') return null;
  const key = pressed.key.normalize('NFKC');
  if (letter && !/^[\u0000-\u007f]+$/.test(key)) return letter;
  return /^[A-Z]$/.test(key) && !pressed.shiftKey ? key.toLowerCase() : key;
}
