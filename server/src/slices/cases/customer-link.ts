import type { Deps } from '../../platform/context.ts';

/**
 * 128 bits of the keyed hash, in hexadecimal: nobody guesses them, the address fits a line of a mail,
 * and no program takes its last letter for a punctuation mark.
 */
const signature = (mac: string) => Buffer.from(mac, 'base64url').toString('hex').slice(0, 32);

/**
 * The address at which the customer of a case says whether it is solved, without signing in. It
 * stands in mail to them and lives as long as the secret; whoever has the mail has the address.
 */
export function customerLink({ secrets, settings }: Deps, number: number): string {
  const mac = secrets.sign('customer-page', String(number));
  return `${settings.publicUrl}/c/${number}-${signature(mac)}`;
}

/** The number of the case to which the last part of such an address leads; null when it is forged. */
export function caseOfCustomerLink({ secrets }: Pick<Deps, 'secrets'>, token: string) {
  const found = /^(\d{1,15})-([0-9a-f]{32})$/.exec(token);
  if (!found) return null;
  const [, number, given] = found;
  const macs = secrets.signAll('customer-page', number!).map(signature);
  return macs.includes(given!) ? Number(number) : null;
}
