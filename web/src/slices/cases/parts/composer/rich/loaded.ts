import { useSyncExternalStore } from 'react';
import { answers } from '../../../../../ui/parts/fetch-part.ts';
import type { RichField } from './rich-field.tsx';

/** The editor for formatted writing: on its way, there, or not to be had now. */
type Editor =
  | { state: 'coming' | 'failed'; Field: null }
  | { state: 'there'; Field: typeof RichField };

let editor: Editor = { state: 'coming', Field: null };
const listeners = new Set<() => void>();

function set(next: Editor): void {
  editor = next;
  for (const listener of listeners) listener();
}

/** Fetches it, again where that failed: the line was lost, or Baton was brought up to date. */
async function fetchEditor(): Promise<void> {
  if (editor.state === 'there') return;
  try {
    set({ state: 'there', Field: (await import('./rich-field.tsx')).RichField });
  } catch {
    // Whoever writes is told, and goes on in a plain field.
    set({ state: 'failed', Field: null });
  }
}

/**
 * The same, asked for by whoever writes. Browsers remember that a part of the page could not be
 * fetched; then the page is loaded anew, where the server answers: what is typed is kept.
 */
export async function fetchEditorAnew(): Promise<void> {
  await fetchEditor();
  if (editor.state === 'failed' && (await answers())) location.reload();
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
