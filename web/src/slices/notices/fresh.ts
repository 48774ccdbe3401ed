import type { Notice } from '@baton/contract';

/** Those of the unseen notices, newest first, that are to be said: not said before, and not at hand. */
export function freshOf(
  items: Notice[],
  { path, saidUntil }: { path: string; saidUntil: string | null },
): Notice[] {
  // Whoever looks at the list, or at the case itself, sees it there.
  if (path === '/notices') return [];
  return items.filter(
    (item) =>
      (saidUntil === null || Date.parse(item.at) > Date.parse(saidUntil)) &&
      (item.case === null || path !== `/cases/${item.case.id}`),
  );
}

/** Whether somebody writes just now; nothing comes over that. */
export function isWriting(element: Element | null): boolean {
  return Boolean(element?.closest('input, textarea, select, [contenteditable="true"]'));
}
