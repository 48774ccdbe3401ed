import type { Lacking } from '@baton/contract';

/**
 * What a session without a second factor lacks: whoever has set one up is asked for it, whatever
 * the company asks; who has none must set one up where the company asks for it.
 */
export function lackingOf(factors: {
  authenticator: boolean;
  passkeys: number;
  required: boolean;
}): Lacking | null {
  if (factors.authenticator || factors.passkeys > 0) return 'second_factor';
  return factors.required ? 'enrolment' : null;
}
