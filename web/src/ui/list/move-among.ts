/** Moves the focus to the first thing to press in the next (1) or previous (-1) of these rows; at first to the first. */
export function moveAmong(rows: Element[], by: 1 | -1): void {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  const target = next?.querySelector<HTMLElement>('a, button, input');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
