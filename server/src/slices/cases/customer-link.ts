import type { Deps } from '../../platform/context.ts';
import { shortSignature } from '../../platform/secret.ts';

/**
 * The address at which the customer of a case says whether it is solved, without signing in. It
 * stands in mail to them and lives as long as the secret; whoever has the mail has the address.
 */
export function customerLink({ secrets, settings }: Deps, number: number): string {
  const mac = secrets.sign('customer-page', String(number));
  return `${settings.publicUrl}/c/${number}-${shortSignature(mac)}`;
}

/** The number of the case to which the last part of such an address leads; null when it is forged. */
export function caseOfCustomerLink({ secrets }: Pick<Deps, 'secrets'>, token: string) {
  const found = /^(\d{1,15})-([0-9a-f]{32})$/.exec(token);
  if (!found) return null;
  const [, number, given] = found;
  const macs = secrets.signAll('customer-page', number!).map(shortSignature);
  return macs.includes(given!) ? Number(number) : null;
}
