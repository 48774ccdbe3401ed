/**
 * Has all who ask for the same costly answer share the work: whoever asks while it runs gets the
 * run that begins after it, so that nobody is shown what was so before they asked, and hardly ever
 * does more than one run at a time.
 */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<void> | null = null;
  let next: Promise<T> | null = null;
  function begin(): Promise<T> {
    next = null;
    const run = work();
    running = finish(run);
    return run;
  }
  /** Resolves once a run is over, however it ends. */
  async function finish(run: Promise<T>): Promise<void> {
    await Promise.allSettled([run]);
    running = null;
  }
  return () => (running ? (next ??= running.then(begin)) : begin());
}
