/**
 * Does something at once, and then so often at most; what was asked for meanwhile is done once,
 * when the time has come.
 */
export function seldom(act: () => void, everyMs: number): () => void {
  let last = -Infinity;
  let timer: number | undefined;
  const now = () => {
    timer = undefined;
    last = performance.now();
    act();
  };
  return () => {
    timer ??= window.setTimeout(now, Math.max(0, last + everyMs - performance.now()));
  };
}
