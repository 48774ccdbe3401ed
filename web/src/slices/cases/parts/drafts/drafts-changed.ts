const listeners = new Set<() => void>();

/** Says that there is one more draft at the server, or one less. */
export function draftsChanged(): void {
  for (const listener of listeners) listener();
}

export function onDraftsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
