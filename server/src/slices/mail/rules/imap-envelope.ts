import { isAddress, normaliseAddress } from './address.ts';
import type { Envelope, Letter } from './letter.ts';

/** Headers in which a mail host writes for whom it took a message. */
const recipientHeaders = new Set(['x-original-to', 'envelope-to', 'delivered-to']);
const mostRecipients = 20;

/**
 * The envelope of a message from a mailbox, which has none any more, as far as its host wrote it
 * down. For whom it was is believed only above the topmost Received: below stands what others
 * wrote. The return path is the topmost one (RFC 5321 §4.4); of a host that writes none (QQ and
 * NetEase do not) it is From, for only an empty one says that a machine wrote.
 * @param address of the channel, for a host that says nothing
 */
export function imapEnvelope(
  { headers, from: writer }: Pick<Letter, 'headers' | 'from'>,
  address: string,
): Envelope {
  const first = headers.findIndex(({ name }) => name === 'received');
  const ours = first === -1 ? [] : headers.slice(0, first);
  const recipients = ours
    .filter(({ name }) => recipientHeaders.has(name))
    .flatMap(({ value }) => value.split(','))
    .map((value) => normaliseAddress(value.replace(/^\s*<(.*)>\s*$/, '$1')))
    .filter(isAddress);
  const path = headers.find(({ name }) => name === 'return-path')?.value ?? writer?.address ?? '';
  const from = normaliseAddress(path.replace(/^\s*<(.*)>\s*$/, '$1'));
  const unique = [...new Set(recipients)].slice(0, mostRecipients);
  return {
    from: isAddress(from) ? from : '',
    recipients: unique.length > 0 ? unique : [normaliseAddress(address)],
  };
}
