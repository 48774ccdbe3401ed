import { type PointerEvent as Press, type RefObject, useEffect, useRef } from 'react';
import type { Carried, Target } from './outcome.ts';

type Dragging = {
  onStart: (carried: Carried) => void;
  onOver: (carried: Carried, target: Target | null) => void;
  onDrop: (carried: Carried, target: Target | null) => void;
  onCancel: () => void;
};
type Point = { x: number; y: number };

/** A hand that trembles does not drag. */
const slackPx = 5;
/** So near to the edge of the window what lies beyond comes in, so far with each picture. */
const edgePx = 72;
const stepPx = 11;

/**
 * Dragging by mouse, pen or finger: what is under the pointer says by `data-target` where it is.
 * @param shadow what follows the pointer
 * @returns what a handle does when it is pressed
 */
export function useDrag(dragging: Dragging, shadow: RefObject<HTMLElement | null>) {
  const current = useRef(dragging);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    current.current = dragging;
  });
  useEffect(() => () => stop.current?.abort(), []);
  return (event: Press<HTMLElement>, carried: Carried) => {
    if (event.button !== 0 || !event.isPrimary) return;
    stop.current?.abort();
    stop.current = begin(event, carried, current, shadow);
  };
}

function begin(
  event: Press<HTMLElement>,
  carried: Carried,
  dragging: RefObject<Dragging>,
  shadow: RefObject<HTMLElement | null>,
): AbortController {
  const from = pointOf(event);
  const scrolled = event.currentTarget.closest('main');
  const stop = new AbortController();
  const { signal } = stop;
  let at = from;
  let drags = false;
  const creep = () => {
    if (signal.aborted) return;
    const by = at.y < edgePx ? -stepPx : at.y > window.innerHeight - edgePx ? stepPx : 0;
    // The page scrolls as a whole where it is narrow, its main part otherwise.
    if (by !== 0) for (const one of [scrolled, window]) one?.scrollBy(0, by);
    if (by !== 0) dragging.current.onOver(carried, targetAt(at));
    requestAnimationFrame(creep);
  };
  const onMove = (moved: PointerEvent) => {
    at = pointOf(moved);
    if (!drags && Math.hypot(at.x - from.x, at.y - from.y) < slackPx) return;
    if (!drags) {
      drags = true;
      dragging.current.onStart(carried);
      requestAnimationFrame(creep);
    }
    shadow.current?.style.setProperty('transform', `translate(${at.x + 14}px, ${at.y + 10}px)`);
    dragging.current.onOver(carried, targetAt(at));
  };
  const onUp = () => {
    stop.abort();
    if (drags) dragging.current.onDrop(carried, targetAt(at));
  };
  const onCancel = () => {
    stop.abort();
    if (drags) dragging.current.onCancel();
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onCancel, { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && onCancel(), { signal });
  return stop;
}

const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: clientX,
  y: clientY,
});

function targetAt({ x, y }: Point): Target | null {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-target]');
  return found?.dataset['target'] ?? null;
}
