import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveBar } from './move-bar.tsx';
import styles from './moving.module.css';
import { placeOf } from './move-api.ts';
import { type Carried, noTeam, outcomeOf, type Standing, type Target, top } from './outcome.ts';
import { useDrag } from './use-drag.ts';
import { usePutDown } from './use-put-down.tsx';

type Mover = {
  carried: Carried | null;
  /** Where it would go. */
  target: Target | null;
  /** Whether it could go there; null while nothing is carried that could go there at all. */
  takes: (target: Target) => boolean | null;
  pickUp: (carried: Carried) => void;
  press: ReturnType<typeof useDrag>;
};
const Context = createContext<Mover | null>(null);

/** Moving, for what stands within a `Mover`; null for whoever may not. */
export const useMover = () => use(Context);

export const handleOf = (carried: Carried) =>
  carried.kind === 'team' ? carried.id : `${carried.id} ${carried.from ?? noTeam}`;

/**
 * Lets teams and agents be moved: dragged, or picked up by a press on their handle, whereupon one
 * chooses where to; Enter puts them down there, Escape where they were.
 */
export function MoverPlace({ standing, children }: { standing: Standing; children: ReactNode }) {
  const { t } = useTranslation();
  const [carried, setCarried] = useState<Carried | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [drags, setDrags] = useState(false);
  const [said, setSaid] = useState('');
  const shadow = useRef<HTMLDivElement>(null);
  const putting = usePutDown((moved) => {
    letGo();
    focusHandle(moved);
  });

  function letGo() {
    setCarried(null);
    setTarget(null);
    setDrags(false);
  }
  function cancel() {
    const was = carried;
    letGo();
    setSaid(t('moving.cancelled'));
    if (was) focusHandle(was);
  }
  function pickUp(next: Carried) {
    putting.reset();
    setSaid('');
    setTarget(null);
    setCarried(next);
  }
  const takes = (there: Target): boolean | null => {
    if (!carried || there === (carried.kind === 'team' ? noTeam : top)) return null;
    return 'change' in outcomeOf(carried, there, standing);
  };
  function putDown(there: Target) {
    if (carried && takes(there)) putting.mutate({ carried, target: there, standing });
  }
  const press = useDrag(
    {
      onStart: (next) => {
        pickUp(next);
        setDrags(true);
      },
      onOver: (there) => setTarget(there !== null && takes(there) !== null ? there : null),
      onDrop: (there) => {
        setDrags(false);
        if (there === null || takes(there) === null || isHome(there)) cancel();
        else putDown(there);
      },
      onCancel: cancel,
    },
    shadow,
  );
  const isHome = (there: Target) =>
    carried?.kind === 'agent' ? there === (carried.from ?? noTeam) : there === carried?.id;
  useEscape(carried !== null, cancel);
  const place = carried && placeOf(carried, standing);
  return (
    <Context value={{ carried, target, takes, pickUp, press }}>
      {children}
      <MoveBar
        carried={place && carried}
        place={place}
        target={target}
        standing={standing}
        drags={drags}
        said={said}
        error={putting.error}
        isPutting={putting.isPending}
        onChoose={(there) => {
          putting.reset();
          setTarget(there);
        }}
        onPutDown={putDown}
        onCancel={cancel}
      />
      <div ref={shadow} className={styles.shadow} hidden={!drags} aria-hidden>
        {place?.name}
      </div>
    </Context>
  );
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
