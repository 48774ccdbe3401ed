import { useKeys } from '../../../ui/keys/use-keys.ts';
import type { Can } from './can.ts';
import type { Mode } from './composer/modes.ts';

/** The keys of a case; those of what is not offered do nothing. */
export function useCaseKeys(can: Can, turnTo: (mode: Mode) => void): void {
  useKeys({
    ...(can.reply ? { r: () => turnTo('reply') } : {}),
    ...(can.note ? { n: () => turnTo('note') } : {}),
    ...(can.call ? { c: () => turnTo('call') } : {}),
    ...(can.solve ? { s: () => turnTo('solve') } : {}),
    ...(can.passUp ? { u: () => turnTo('up') } : {}),
    ...(can.ask ? { a: () => turnTo('ask') } : {}),
    ...(can.wait ? { w: () => turnTo('wait') } : {}),
  });
}
