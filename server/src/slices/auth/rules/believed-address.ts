import type { ProviderRefusal } from '@baton/contract';
import { z } from 'zod';

const claims = z.object({ email: z.email().max(254), email_verified: z.literal(true) });

/**
 * The mail address for which the provider vouches, if it is of a domain of the company: anybody can
 * write somebody else's address into an account of theirs.
 */
export function believedAddress(
  said: unknown,
  domains: readonly string[],
): { address: string } | { refusal: ProviderRefusal } {
  const read = claims.safeParse(said);
  if (!read.success) return { refusal: 'unverified' };
  const address = read.data.email.toLowerCase();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domains.includes(domain) ? { address } : { refusal: 'domain' };
}
