type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The shortcut that was pressed: the character, or the Latin letter printed on the key where the
 * layout writes another script (on a Russian keyboard `j` is the key that writes `о`). Null with a
 * modifier held, which belongs to the browser.
 */
export function keyOf(pressed: Pressed): string | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const letter = /^Key([A-Z])$/.exec(pressed.code)?.[1];
  const isLatin = /^[\u0000-\u007f]+$/.test(pressed.key);
  return letter && !isLatin ? letter.toLowerCase() : pressed.key;
}
