import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** Whether a key pressed in a field sends what is written there (Ctrl Enter, ⌘ Enter). */
export function isSend({ key, ctrlKey, metaKey }: Pressed): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** Sends the form in which the key was pressed, whichever of its fields has the focus. */
export function sendByKey(event: ReactKeyboardEvent): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing || !isSend(event)) return;
  if (!(event.target instanceof Element)) return;
  event.preventDefault();
  event.target.closest('form')?.requestSubmit();
}
