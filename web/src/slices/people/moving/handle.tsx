import { useMover } from './mover.tsx';
import styles from './moving.module.css';
import type { Carried } from './outcome.ts';
import { handleOf } from './use-moving.ts';

/** By what something is taken; nothing for whoever may not move it. */
export function Handle({ carried, label }: { carried: Carried; label: string }) {
  const mover = useMover();
  if (!mover) return null;
  const isCarried = mover.carried !== null && handleOf(mover.carried) === handleOf(carried);
  return (
    <button
      type="button"
      className={styles.handle}
      data-handle={handleOf(carried)}
      aria-label={label}
      aria-pressed={isCarried}
      onClick={() => mover.pickUp(carried)}
      onPointerDown={(event) => mover.press(event, carried)}
    >
      <svg width="16" height="16" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
        {[5, 10, 15].flatMap((y) =>
          [7, 13].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" />),
        )}
      </svg>
    </button>
  );
}
