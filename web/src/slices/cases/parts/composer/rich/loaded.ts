import { useSyncExternalStore } from 'react';
import type { RichField } from './rich-field.tsx';

/** The editor for formatted writing: on its way, there, or not to be had now. */
export type Editor =
  | { state: 'coming' | 'failed'; Field: null }
  | { state: 'there'; Field: typeof RichField };

let editor: Editor = { state: 'coming', Field: null };
const listeners = new Set<() => void>();

function set(next: Editor): void {
  editor = next;
  for (const listener of listeners) listener();
}

/** Fetches it, again where that failed: the line was lost, or Baton was brought up to date. */
export async function fetchEditor(): Promise<void> {
  if (editor.state === 'there') return;
  try {
    set({ state: 'there', Field: (await import('./rich-field.tsx')).RichField });
  } catch {
    // Whoever writes is told, and goes on in a plain field.
    set({ state: 'failed', Field: null });
  }
}

void fetchEditor();
addEventListener('online', () => void fetchEditor());

export function useEditorLoaded(): Editor {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => editor,
  );
}
