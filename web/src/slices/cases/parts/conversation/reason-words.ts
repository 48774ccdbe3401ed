import { reasonsAcross, reasonsAside, reasonsDown, reasonsUp } from '@baton/contract';
import type { TFunction } from 'i18next';

/** Reasons that Baton itself gives. */
const ofBaton = ['lapsed', 'offered_back', 'taken_down'] as const;
const known = [...reasonsUp, ...reasonsAcross, ...reasonsDown, ...reasonsAside, ...ofBaton];

/** A reason code in words; a code unknown to this edition as it is. */
export function reasonWords(t: TFunction, code: string): string {
  const reason = known.find((one) => one === code);
  return reason ? t(`reason.${reason}`) : code.replaceAll('_', ' ');
}
