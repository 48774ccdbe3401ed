/** Asks the person to prove who they are; false when they would rather not. */
type Asking = () => Promise<boolean>;

let asking: Asking | null = null;
let asked: Promise<boolean> | null = null;

/** Says who asks; called once by what stands on every page. */
export function onStepUp(ask: Asking): () => void {
  asking = ask;
  return () => {
    asking = null;
  };
}

/** Asks the person once, however many requests wait for it. */
export function confirmAgain(): Promise<boolean> {
  asked ??= (asking?.() ?? Promise.resolve(false)).finally(() => {
    asked = null;
  });
  return asked;
}
