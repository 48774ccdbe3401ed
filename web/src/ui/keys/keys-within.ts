/** Lets keys that are pressed within an element be heard there, and by nothing beneath it; returns how to stop. */
export function keysWithin(element: HTMLElement | null): () => void {
  const keep = (event: KeyboardEvent) => {
    if (event.target instanceof Node && element?.contains(event.target)) event.stopPropagation();
  };
  const { documentElement } = document;
  documentElement.addEventListener('keydown', keep);
  return () => documentElement.removeEventListener('keydown', keep);
}
