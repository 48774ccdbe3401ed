import type { identityKinds } from '@baton/contract';

export type IdentityKind = (typeof identityKinds)[number];

/**
 * An identity as it is compared: mail addresses and handles without regard to case, telephone
 * numbers without the signs that only make them readable.
 * @returns null when nothing is left to compare
 */
export function normalised(kind: IdentityKind, shown: string): string | null {
  const text = shown.trim().toLowerCase();
  const value = kind === 'phone' ? text.replaceAll(/[^0-9+]/g, '') : text;
  return /[^+]/.test(value) ? value : null;
}
