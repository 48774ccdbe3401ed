/** Asks the person to prove who they are; false when they would rather not. */
type Asking = () => Promise<boolean>;
type Asker = { ask: Asking; asked: Promise<boolean> | null };

const askers: Asker[] = [];

/** Says who asks; where several stand on a page, who came last. */
export function onStepUp(ask: Asking): () => void {
  const asker: Asker = { ask, asked: null };
  askers.push(asker);
  return () => void askers.splice(askers.indexOf(asker), 1);
}

/** Asks the person once, however many requests wait for it. */
export function confirmAgain(): Promise<boolean> {
  const asker = askers.at(-1);
  if (!asker) return Promise.resolve(false);
  asker.asked ??= asker.ask().finally(() => {
    asker.asked = null;
  });
  return asker.asked;
}
