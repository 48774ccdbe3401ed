import { normaliseAddress, splitDetail } from './address.ts';
import { headersOf, type Letter, type Mailbox } from './letter.ts';

/** The addresses at which this installation receives: channels and brands, in lower case. */
export type OurAddresses = ReadonlySet<string>;

/** Whether mail to that address comes to us; details after a plus sign do not matter. */
export function isOurs(address: string, ours: OurAddresses): boolean {
  const normal = normaliseAddress(address);
  return ours.has(normal) || ours.has(splitDetail(normal).base);
}

const listHeaders = ['list-id', 'list-post', 'mailing-list', 'list-help', 'x-beenthere'];

/** Whether the mail came through a mailing list, by its headers (RFC 2369, RFC 2919). */
export function cameThroughList(letter: Letter): boolean {
  return [...listHeaders, 'list-unsubscribe'].some((name) => headersOf(letter, name).length > 0);
}

/**
 * Whether the list is one that carries our own address: a group such as support@ours that hands
 * its mail on to us. Then its headers say nothing about who wrote.
 */
export function isOurList(letter: Letter, ours: OurAddresses): boolean {
  const values = listHeaders.flatMap((name) => headersOf(letter, name)).map((v) => v.toLowerCase());
  return [...ours].some((address) => {
    // RFC 2919: the identifier of a list looks like a host name, its first label is the list.
    const asId = `<${address.replace('@', '.')}>`;
    return values.some((value) => value.includes(asId) || mentions(value, address));
  });
}

function mentions(value: string, address: string): boolean {
  return value.split(/[\s<>:,;?]+/).includes(address);
}

/**
 * Who wrote, as far as an answer goes. From, but behind an unattended address Reply-To, and behind
 * our own list (which writes itself into From to satisfy DMARC) whoever it says wrote at first.
 */
export function correspondent(letter: Letter, ours: OurAddresses): Mailbox | null {
  const { from } = letter;
  if (from && isOurs(from.address, ours) && isOurList(letter, ours)) {
    return originalAuthor(letter, ours) ?? from;
  }
  return from;
}

function originalAuthor(letter: Letter, ours: OurAddresses): Mailbox | null {
  const name = letter.from?.name?.replace(/ (via|über|prin|через) .*$/u, '') ?? null;
  const original = headersOf(letter, 'x-original-from').concat(
    headersOf(letter, 'x-original-sender'),
  );
  const written = original.map((value) => /[^\s<>"@]+@[^\s<>"@]+/.exec(value)?.[0]);
  const candidates = [...written, ...letter.replyTo.map((mailbox) => mailbox.address)];
  const address = candidates.find((candidate) => candidate && !isOurs(candidate, ours));
  return address ? { address, name } : null;
}
