import { losesNothing, losesTyped, standsIn } from './stands-in.ts';
import { Typed } from './typed.ts';

/** What is typed on this page and not kept anywhere. */
export const typed = new Typed(standsIn);

/**
 * Watches all forms of the page, so that none can be forgotten: what is typed in one is unsaved till it
 * was sent and that was done.
 * @returns how to stop
 */
export function watchForms(): () => void {
  const stop = new AbortController();
  const how = { capture: true, signal: stop.signal };
  const inForm = (kind: string, then: (form: HTMLFormElement) => void) =>
    document.addEventListener(
      kind,
      ({ target }) => {
        const form = target instanceof Element && formThatLoses(target);
        if (form) then(form);
      },
      how,
    );
  inForm('focusin', typed.touched);
  inForm('beforeinput', typed.touched);
  inForm('input', typed.typedIn);
  document.addEventListener(
    'submit',
    ({ target }) => {
      if (!(target instanceof HTMLFormElement)) return;
      typed.sends(target);
      // Whatever is begun by it is begun at once.
      setTimeout(() => typed.sends(null));
    },
    how,
  );
  return () => stop.abort();
}

/** The form in which something stands that nobody keeps. */
function formThatLoses(target: Element): HTMLFormElement | null {
  const keeps = target.closest(`${losesNothing}, ${losesTyped}`)?.matches(losesNothing);
  return keeps ? null : target.closest('form');
}

/** Asks whether what is typed is to be given up. */
type Asking = () => Promise<boolean>;

let asking: Asking | null = null;
let asked: Promise<boolean> | null = null;

/** Says who asks; called once by what stands around every page. */
export function onUnsaved(ask: Asking): () => void {
  asking = ask;
  return () => {
    asking = null;
  };
}

/** Whether this page, or a part of it, may go: nothing is left to lose, or its writer gives it up. */
export async function mayGo(within?: Element | null): Promise<boolean> {
  if (!typed.isLeft(within)) return true;
  asked ??= (asking?.() ?? Promise.resolve(true)).finally(() => {
    asked = null;
  });
  const givesUp = await asked;
  if (givesUp) typed.giveUp(within);
  return givesUp;
}

/** Does what takes the page away, or a part of it: at once, or when what is left in it is given up. */
export function goThen(act: () => void, within?: Element | null): void {
  if (!typed.isLeft(within)) return act();
  void mayGo(within).then((goes) => goes && act());
  return undefined;
}
