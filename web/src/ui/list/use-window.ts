import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Lists up to this length are whole on the page: the browser's own search finds all of it. */
const shortList = 200;

/** Rows beyond the edges of the screen, and how many come and go at once. */
const beyond = 20;
const step = 10;

/** So many stand there before it is known where the eye is. */
const atFirst = 60;

/** What a row measured when one was last seen, in CSS pixels: a list that comes back is as long as it was. */
let lastPx = 82;

/** The part of a list that stands on the page: from `first` to before `end`, and the room around it in pixels. */
type Part = { first: number; end: number; before: number; after: number };

/**
 * Keeps only those rows of a long list on the page that are near the eye; the others are room of
 * the same height, so that nothing jumps. All rows have to be of one height, which is measured.
 * @param place the element whose children are the rows
 */
export function useWindow(place: RefObject<HTMLElement | null>, count: number): Part {
  const isLong = count > shortList;
  const [range, setRange] = useState({ first: 0, end: atFirst });
  const [rowPx, setRowPx] = useState(lastPx);
  const shown = useRef(range);
  useEffect(() => {
    if (!isLong) return undefined;
    const look = () => {
      const list = place.current;
      const row = list?.firstElementChild;
      // As it was laid out: far down a page, where a row is would be too coarse a measure of it.
      const height = row ? Number.parseFloat(getComputedStyle(row).height) : 0;
      // Hidden, for now.
      if (!list || !(height > 0)) return;
      const next = rangeOf(-list.getBoundingClientRect().top, height, count);
      const { first, end } = shown.current;
      if (next.first === first && next.end === end) return;
      shown.current = next;
      lastPx = height;
      // Before the next picture, so that no gap is ever seen.
      flushSync(() => {
        setRange(next);
        setRowPx(height);
      });
    };
    const watch = new AbortController();
    const { signal } = watch;
    document.addEventListener('scroll', look, { capture: true, passive: true, signal });
    window.addEventListener('resize', look, { signal });
    const first = requestAnimationFrame(look);
    return () => {
      watch.abort();
      cancelAnimationFrame(first);
    };
  }, [place, isLong, count]);
  if (!isLong) return { first: 0, end: count, before: 0, after: 0 };
  const end = Math.min(range.end, count);
  const first = Math.min(range.first, end);
  return { first, end, before: first * rowPx, after: (count - end) * rowPx };
}

/** Which rows are near the eye when the list begins so many pixels above the screen. */
function rangeOf(abovePx: number, rowPx: number, count: number): { first: number; end: number } {
  const from = Math.floor(abovePx / rowPx / step) * step - beyond;
  const to = Math.ceil((abovePx + window.innerHeight) / rowPx / step) * step + beyond;
  const first = Math.min(Math.max(0, from), Math.max(0, count - 1));
  return { first, end: Math.min(count, Math.max(first + 1, to)) };
}
