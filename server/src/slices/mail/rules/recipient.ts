import { domainOf, normaliseAddress, splitDetail } from './address.ts';

/** A channel as far as it decides which mail it takes. */
export type Door = {
  id: string;
  /** Null: takes every recipient, while no channel has an address. */
  address: string | null;
  /** The sender address of its brand. */
  brandAddress: string | null;
};

/**
 * The channel that takes mail for a recipient, or null when there is none (550). Channels in the
 * order in which they were made. What carries our own thread token is always taken: we gave that
 * address away. So are the addresses we write from, and the postmaster (RFC 5321 §4.5.1).
 * @param hasToken whether the recipient carries a thread token of ours
 */
export function doorFor(
  recipient: string,
  doors: readonly Door[],
  hasToken: boolean,
): string | null {
  const { base } = splitDetail(recipient);
  const normal = normaliseAddress(recipient);
  const same = (address: string | null) =>
    address !== null && [base, normal].includes(normaliseAddress(address));
  const own = doors.find(({ address }) => same(address));
  if (own) return own.id;
  const addressed = doors.filter(({ address }) => address !== null);
  if (addressed.length === 0) return doors[0]?.id ?? null;
  const byBrand = doors.find(({ brandAddress }) => same(brandAddress));
  if (byBrand) return byBrand.id;
  const domain = domainOf(recipient);
  const sameDomain = addressed.find(({ address }) => domainOf(address!) === domain);
  if (hasToken) return (sameDomain ?? addressed[0]!).id;
  const toPostmaster = /^postmaster(@|$)/.test(normal) && (domain === '' || sameDomain);
  return toPostmaster ? (sameDomain ?? addressed[0]!).id : null;
}
