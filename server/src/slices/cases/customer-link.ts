import type { Deps } from '../../platform/context.ts';

/** 132 bits of the keyed hash: nobody guesses one, and the address still fits a line of a mail. */
const length = 22;

/**
 * The address at which the customer of a case says whether it is solved, without signing in. It
 * stands in mail to them and lives as long as the secret; whoever has the mail has the address.
 */
export function customerLink({ secrets, settings }: Deps, number: number): string {
  const mac = secrets.sign('customer-page', String(number)).slice(0, length);
  return `${settings.publicUrl}/c/${number}-${mac}`;
}

/** The number of the case to which the last part of such an address leads; null when it is forged. */
export function caseOfCustomerLink({ secrets }: Pick<Deps, 'secrets'>, token: string) {
  const found = /^(\d{1,15})-([\w-]{22})$/.exec(token);
  if (!found) return null;
  const [, number, given] = found;
  const macs = secrets.signAll('customer-page', number!).map((mac) => mac.slice(0, length));
  return macs.includes(given!) ? Number(number) : null;
}
