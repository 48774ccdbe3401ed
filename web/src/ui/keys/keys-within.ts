let within: HTMLElement | null = null;

/**
 * Keys that are heard at the window before any field: they close the dialogs that stand beneath, and
 * take back what was sent there. Bound before any of those is open.
 */
function keepEarly(event: KeyboardEvent): void {
  const takesBack = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ';
  if (within && (event.key === 'Escape' || takesBack)) event.stopImmediatePropagation();
}
globalThis.window?.addEventListener('keydown', keepEarly, true);

/** Lets keys that are pressed within an element be heard there, and by nothing beneath it; returns how to stop. */
export function keysWithin(element: HTMLElement | null): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.target instanceof Node && element?.contains(event.target)) event.stopPropagation();
  };
  const { documentElement } = document;
  within = element;
  documentElement.addEventListener('keydown', keep);
  return () => {
    within = null;
    documentElement.removeEventListener('keydown', keep);
  };
}
