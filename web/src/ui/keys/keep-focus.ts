/**
 * Gives the focus back to what had it when it was disabled, as buttons are while what they began is on its
 * way: browsers take it away, and by keyboard one would be nowhere. Not when it went elsewhere meanwhile.
 */
export function keepFocus(): void {
  let resting: HTMLElement | null = null;
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLElement)) continue;
      const { activeElement } = document;
      if (target.matches(':disabled')) {
        // Heard of before the browser draws, which is when it takes the focus.
        if (target === activeElement) resting = target;
      } else if (target === resting) {
        if (activeElement === document.body) target.focus({ preventScroll: true });
        resting = null;
      }
    }
  }).observe(document, { subtree: true, attributeFilter: ['disabled'] });
}
