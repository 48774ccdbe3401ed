import { createContext, type ReactNode, use } from 'react';
import { MoveBar } from './move-bar.tsx';
import { placeOf } from './move-api.ts';
import styles from './moving.module.css';
import type { Carried, Standing, Target } from './outcome.ts';
import { useDragging, useMoving } from './use-moving.ts';

type Mover = {
  carried: Carried | null;
  /** Where it would go. */
  target: Target | null;
  /** Whether it could go there; null while nothing is carried that could go there at all. */
  takes: (target: Target) => boolean | null;
  pickUp: (carried: Carried) => void;
  press: ReturnType<typeof useDragging>['press'];
};
const Context = createContext<Mover | null>(null);

/** Moving, for what stands within a `MoverPlace`; null for whoever may not. */
export const useMover = () => use(Context);

/**
 * Lets teams and agents be moved: dragged, or picked up by a press on their handle, whereupon one
 * chooses where to; Enter puts them down there, Escape leaves them where they were.
 */
export function MoverPlace({ standing, children }: { standing: Standing; children: ReactNode }) {
  const moving = useMoving(standing);
  const { press, shadow } = useDragging(moving);
  const { carried, target, drags, putting } = moving;
  const place = carried && placeOf(carried, standing);
  const mover = moverOf(moving, press);
  return (
    <Context value={mover}>
      {children}
      <MoveBar
        carried={place && carried}
        place={place}
        target={target}
        standing={standing}
        drags={drags}
        said={moving.said}
        error={putting.error}
        isPutting={putting.isPending}
        onChoose={moving.choose}
        onPutDown={(there) => carried && moving.putDown(carried, there)}
        onCancel={moving.cancel}
      />
      <div ref={shadow} className={styles.shadow} hidden={!drags} aria-hidden>
        {place?.name}
      </div>
    </Context>
  );
}

/** New each time: what makes its place anew (what is carried, and over what) is what it tells. */
function moverOf(
  { carried, target, takes, pickUp }: ReturnType<typeof useMoving>,
  press: Mover['press'],
): Mover {
  return {
    ...{ carried, target, pickUp, press },
    takes: (there) => carried && takes(carried, there),
  };
}
