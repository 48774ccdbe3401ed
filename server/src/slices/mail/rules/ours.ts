import { isAddress, normaliseAddress, splitDetail, unknownSender } from './address.ts';
import { type Envelope, headersOf, type Letter, type Mailbox } from './letter.ts';
import { withoutToken } from './thread-token.ts';

/** The addresses at which this installation receives: channels and brands, in lower case. */
export type OurAddresses = ReadonlySet<string>;

/** Whether mail to that address comes to us; details after a plus sign and tokens do not matter. */
export function isOurs(address: string, ours: OurAddresses): boolean {
  const normal = normaliseAddress(address);
  return ours.has(normal) || ours.has(splitDetail(normal).base) || ours.has(withoutToken(normal));
}

/** How much of a header of a list is looked at, and of how many. */
const looked = { characters: 2000, headers: 20 };

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
  const values = listHeaders
    .flatMap((name) => headersOf(letter, name))
    .slice(0, looked.headers)
    .map((value) => value.slice(0, looked.characters).toLowerCase());
  const mentioned = new Set(values.flatMap((value) => value.split(/[\s<>:,;?]+/)));
  // RFC 2919: the identifier of a list looks like a host name, its first label is the list.
  const isNamed = (id: string) => values.some((value) => value.includes(id));
  return [...ours].some(
    (address) => mentioned.has(address) || isNamed(`<${address.replace('@', '.')}>`),
  );
}

/**
 * Who wrote, as far as an answer goes. From, but behind our own list (which writes itself into From
 * to satisfy DMARC) whoever it says wrote at first; without From the envelope. What cannot be an
 * address is an unknown sender.
 */
export function correspondent(letter: Letter, envelope: Envelope, ours: OurAddresses): Mailbox {
  const { from } = letter;
  const behindList = from && isOurs(from.address, ours) && isOurList(letter, ours);
  const sender = (behindList ? originalAuthor(letter, ours) : null) ?? from;
  if (sender && isAddress(sender.address)) return sender;
  return { address: isAddress(envelope.from) ? envelope.from : unknownSender, name: null };
}

function originalAuthor(letter: Letter, ours: OurAddresses): Mailbox | null {
  const name = letter.from?.name?.replace(/ (via|über|prin|через) .*$/u, '') ?? null;
  const original = headersOf(letter, 'x-original-from').concat(
    headersOf(letter, 'x-original-sender'),
  );
  const written = original
    .slice(0, looked.headers)
    .map((value) => /[^\s<>"@]+@[^\s<>"@]+/.exec(value.slice(0, looked.characters))?.[0]);
  const candidates = [...written, ...letter.replyTo.map((mailbox) => mailbox.address)];
  const address = candidates.find((candidate) => candidate && !isOurs(candidate, ours));
  return address ? { address, name } : null;
}
