import type { TFunction } from 'i18next';

const codes = [
  'no_relay',
  'over_budget',
  'message_too_old',
  'unattended_address',
  'nobody_to_write_to',
  'address_bounced',
  'address_complained',
  'answers_no_person',
] as const;

/** Why a message did not leave, in the reader's language; what a relay said stays as it said it. */
export function notSent(t: TFunction, reason: string): string {
  const known = codes.find((code) => code === reason);
  return known ? t(`notSent.${known}`) : reason;
}
