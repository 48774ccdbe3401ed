import { type KeyName, keyOfName } from './keys.ts';

/** The key that does what the button beside it does. */
export function KeyCap({ of }: { of: KeyName }) {
  return <kbd data-cap>{keyOfName[of]}</kbd>;
}
