import { isRefusal } from './refusal.ts';

/** Has the person come in again; false where they did not, and went elsewhere. */
type Asking = () => Promise<boolean>;

let asking: Asking | null = null;
let asked: Promise<boolean> | null = null;

/** Says who asks; called by what stands around every page behind the sign-in. */
export function onDoor(ask: Asking): () => void {
  asking = ask;
  return () => {
    asking = null;
  };
}

/** Has the person sign in over the page, once, however many requests wait for it. */
export function comeInAgain(): Promise<boolean> {
  asked ??= (asking?.() ?? Promise.resolve(false)).finally(() => {
    asked = null;
  });
  return asked;
}

/** Resolves when nobody is asked to sign in; null where nobody is now. */
export const comingIn = (): Promise<boolean> | null => asked;

/** Where one has to go before anything opens again. */
export type Door = '/sign-in' | '/second-factor';

/** The door to which a refusal sends one; null when it is another. */
export function doorOf(error: unknown): Door | null {
  if (isRefusal(error, 'not_signed_in')) return '/sign-in';
  return isRefusal(error, 'second_factor_needed') ? '/second-factor' : null;
}
