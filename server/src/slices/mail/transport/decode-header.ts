import addressparser from 'nodemailer/lib/addressparser';
import { isAddress } from '../rules/address.ts';
import type { Header, Mailbox } from '../rules/letter.ts';
import { decodeText } from './decode/decode-text.ts';
import { decodeWords as decodeEncodedWords } from './decode/decode-words.ts';

/** How much of one header is looked at; what is longer stays in the original. */
const longestHeader = 64 * 1024;

/**
 * Reads one raw header line (its bytes as latin1 characters). Bytes beyond ASCII should not be
 * there; they are read as UTF-8, or else as the character set the mail itself is written in.
 */
export function decodeHeaderLine(line: string, charset: string | null): Header | null {
  const colon = line.indexOf(':');
  if (colon < 1) return null;
  const name = line.slice(0, colon).trim().toLowerCase();
  const value = decodeBytes(line.slice(colon + 1, colon + 1 + longestHeader), charset);
  return { name, value: clean(value.replace(/\r?\n[ \t]?/g, ' ')).trim() };
}

function decodeBytes(latin1: string, charset: string | null): string {
  // oxlint-disable-next-line no-control-regex -- everything that is not ASCII is looked for
  if (!/[^\u0000-\u001a\u001c-\u007f]/.test(latin1)) return latin1;
  // A body in UTF-16 or UTF-7 says nothing about the headers.
  const label = /^[^\d]*(7|16|32)/.test(charset ?? '') ? null : charset;
  return decodeText(Buffer.from(latin1, 'latin1'), label);
}

/** Decodes encoded words (RFC 2047); what cannot be decoded stays as it is. */
export function decodeWords(value: string): string {
  return clean(decodeEncodedWords(value));
}

/** The mailboxes of an address header; groups are opened, what is no address is left out. */
export function decodeMailboxes(value: string): Mailbox[] {
  return addressparser(value, { flatten: true })
    .map(({ address, name }) => ({
      address: clean(address).trim(),
      name: oneLine(decodeWords(name)) || null,
    }))
    .filter(({ address }) => isAddress(address));
}

/** Text that can be stored: no null characters, no halves of characters. */
export function clean(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}

/** One line without control characters, of at most 998 characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 998)
    .toWellFormed();
}
