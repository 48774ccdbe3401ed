import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Carried, noTeam, outcomeOf, type Standing, type Target, top } from './outcome.ts';
import { useDrag } from './use-drag.ts';
import { usePutDown } from './use-put-down.tsx';

/** By which name the handle of something is found again, wherever it stands. */
export const handleOf = (carried: Carried) =>
  carried.kind === 'team' ? carried.id : `${carried.id} ${carried.from ?? noTeam}`;

/** What is put down where it was taken up stays there. */
const isHome = (carried: Carried, there: Target) =>
  there === (carried.kind === 'agent' ? (carried.from ?? noTeam) : carried.id);

/** What is carried, and where it would go: picked up, chosen, put down or left where it was. */
export function useMoving(standing: Standing) {
  const { t } = useTranslation();
  const [carried, setCarried] = useState<Carried | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [drags, setDrags] = useState(false);
  const [said, setSaid] = useState('');
  const letGo = (was: Carried | null) => {
    setCarried(null);
    setTarget(null);
    setDrags(false);
    if (was) focusHandle(was);
  };
  const putting = usePutDown(letGo);
  const cancel = () => {
    letGo(carried);
    setSaid(t('moving.cancelled'));
  };
  const pickUp = (next: Carried) => {
    putting.reset();
    setSaid('');
    setTarget(null);
    setCarried(next);
  };
  const choose = (there: Target | null) => {
    putting.reset();
    setTarget(there);
  };
  const takes = (one: Carried, there: Target | null) => canTake(one, there, standing);
  const putDown = (one: Carried, there: Target) => {
    if (takes(one, there) && !putting.isPending)
      putting.mutate({ carried: one, target: there, standing });
  };
  useEscape(carried !== null, cancel);
  return {
    ...{ carried, target, drags, said, putting, takes },
    ...{ pickUp, choose, putDown, cancel, setDrags },
  };
}

/** The same by a pointer; `shadow` follows it. Returns what a handle does when it is pressed. */
export function useDragging(moving: ReturnType<typeof useMoving>) {
  const { target, takes, pickUp, choose, putDown, cancel, setDrags } = moving;
  const shadow = useRef<HTMLDivElement>(null);
  const onStart = (one: Carried) => {
    pickUp(one);
    setDrags(true);
  };
  const onOver = (one: Carried, over: Target | null) => {
    const there = takes(one, over) === null ? null : over;
    if (there !== target) choose(there);
  };
  const onDrop = (one: Carried, there: Target | null) => {
    setDrags(false);
    if (there === null || takes(one, there) === null || isHome(one, there)) cancel();
    else putDown(one, there);
  };
  const press = useDrag({ onStart, onOver, onDrop, onCancel: cancel }, shadow);
  return { press, shadow };
}

/** Whether something could go there; null where nothing of its kind can go at all. */
function canTake(one: Carried, there: Target | null, standing: Standing): boolean | null {
  if (there === null || there === (one.kind === 'team' ? noTeam : top)) return null;
  return 'change' in outcomeOf(one, there, standing);
}

/** Escape puts back what is carried, wherever the focus is. */
function useEscape(isCarrying: boolean, act: () => void): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    if (!isCarrying) return undefined;
    const stop = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) current.current();
    };
    window.addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, [isCarrying]);
}

/** Once it stands where it is now: the keyboard goes on from there. */
function focusHandle(carried: Carried): void {
  setTimeout(() => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-handle]')];
    const exact = all.find(({ dataset }) => dataset['handle'] === handleOf(carried));
    const same = all.find(({ dataset }) => dataset['handle']?.startsWith(carried.id));
    (exact ?? same)?.focus({ preventScroll: true });
  });
}
