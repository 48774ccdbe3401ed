/** Moves the focus to the next (1) or previous (-1) case of the list; at first to the open one. */
export function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => row.offsetParent !== null,
  );
  if (rows.length === 0) return;
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const current =
    focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute('aria-current') === 'page');
  // Nothing yet, or it was scrolled out of sight: where the eye is.
  const inSight = rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
  const start = Math.max(0, inSight);
  const next = current < 0 ? start : Math.min(rows.length - 1, Math.max(0, current + by));
  rows[next]!.focus();
  rows[next]!.scrollIntoView({ block: 'nearest' });
}
