import { domainOf, normaliseAddress, splitDetail } from './address.ts';
import { withoutToken } from './thread-token.ts';

/** A channel as far as it decides which mail it takes. */
export type Door = {
  id: string;
  /** Null: takes every recipient, while no channel has an address. */
  address: string | null;
  /** Further addresses, in lower case. */
  aliases: readonly string[];
  /** While it is paused, mail is asked to come again. */
  paused: boolean;
  /** The sender address of its brand. */
  brandAddress: string | null;
};

/**
 * The channel that takes mail for a recipient, or null when there is none (550). Channels in the
 * order in which they were made. What carries our own thread token is always taken: we gave that
 * address away. So are the addresses we write from, and the postmaster (RFC 5321 §4.5.1).
 * @param hasToken whether the recipient carries a thread token of ours
 */
export function doorFor(recipient: string, doors: readonly Door[], hasToken: boolean): Door | null {
  const normal = normaliseAddress(recipient);
  const forms = new Set([
    splitDetail(recipient).base,
    normal,
    ...(hasToken ? [withoutToken(normal)] : []),
  ]);
  const same = (address: string | null) => address !== null && forms.has(normaliseAddress(address));
  const own = doors.find(({ address, aliases }) => same(address) || aliases.some(same));
  if (own) return own;
  const addressed = doors.filter(({ address }) => address !== null);
  if (addressed.length === 0) return doors[0] ?? null;
  const byBrand = doors.find(({ brandAddress }) => same(brandAddress));
  if (byBrand) return byBrand;
  const domain = domainOf(recipient);
  const sameDomain = addressed.find(({ address }) => domainOf(address!) === domain);
  if (hasToken) return sameDomain ?? addressed[0]!;
  const toPostmaster = /^postmaster(@|$)/.test(normal) && (domain === '' || sameDomain);
  return toPostmaster ? (sameDomain ?? addressed[0]!) : null;
}
