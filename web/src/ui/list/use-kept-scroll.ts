import { type RefObject, useLayoutEffect } from 'react';

/** How far each list was scrolled when it was last seen. */
const places = new Map<string, number>();

/** What scrolls a list: itself where it has room of its own, the page on a narrow screen. */
function scrollerOf(list: HTMLElement): Element {
  return getComputedStyle(list).overflowY === 'auto' ? list : document.scrollingElement!;
}

/**
 * Comes back to the place of a list that one left: by opening what is in it on a narrow screen, or
 * by going to another page.
 * @param shown whether the list is on the screen; asked anew whenever it changes
 */
export function useKeptScroll(
  list: RefObject<HTMLElement | null>,
  name: string,
  shown: boolean,
): void {
  useLayoutEffect(() => {
    const one = list.current;
    if (!one || !shown) return undefined;
    const back = () => {
      const kept = places.get(name);
      if (kept !== undefined && one.offsetParent !== null) scrollerOf(one).scrollTop = kept;
    };
    back();
    // The router sends the page to its top after this; the list's place comes after that.
    const later = scrollerOf(one) === one ? null : requestAnimationFrame(back);
    const keep = ({ target }: Event) => {
      const scroller = scrollerOf(one);
      const isIt = target === scroller || (target === document && scroller !== one);
      if (isIt && one.offsetParent !== null) places.set(name, scroller.scrollTop);
    };
    document.addEventListener('scroll', keep, { capture: true, passive: true });
    return () => {
      if (later !== null) cancelAnimationFrame(later);
      document.removeEventListener('scroll', keep, { capture: true });
    };
  }, [list, name, shown]);
}
