/**
 * The thread token says which case a reply belongs to, and that we said so: `c1001-` and twelve
 * characters (60 bits) of a keyed hash over the number. It stands in the reply address and in our
 * Message-IDs, and survives relays that change letters to lower case.
 */

/** Keyed hashes of a text, made by `platform/secret.ts` for the purpose `thread`: base64url. */
export type ThreadKeys = {
  /** By the secret that signs. */
  sign: (text: string) => string;
  /** By each secret that is still believed. */
  all: (text: string) => string[];
};

const length = 12;
// RFC 4648 §6 in lower case: no letter that a relay could change, none that looks like another.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const pattern = /c(\d{1,15})-([a-z2-7]{12})/i;

/** The token of a case, for example `c1001-k3jf9aq2mzxy`. */
export function threadToken(number: number, keys: ThreadKeys): string {
  return `c${number}-${shorten(keys.sign(`c${number}`))}`;
}

/** The number of the case whose token stands in a text; null when there is none or it is forged. */
export function numberOfToken(text: string, keys: ThreadKeys): number | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  const given = found[2]!.toLowerCase();
  return keys.all(`c${number}`).some((mac) => shorten(mac) === given) ? number : null;
}

/** The first 60 bits of a base64url text, five to a letter. */
export function shorten(base64url: string): string {
  let bits = '';
  for (const letter of base64url.slice(0, 10)) {
    bits += base64.indexOf(letter).toString(2).padStart(6, '0');
  }
  let short = '';
  for (let place = 0; place < length; place++) {
    short += alphabet[Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)];
  }
  return short;
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How the token stands in the address to which replies go; catch-all where no plus is taken. */
export type TokenKind = 'plus' | 'catch_all';

/**
 * The address to which replies about a case go, `support+c1001-…@x` or `support-c1001-…@x`, or null
 * where the local part would be too long.
 */
export function replyAddress(
  address: string,
  token: string,
  kind: TokenKind = 'plus',
): string | null {
  const at = address.lastIndexOf('@');
  const sign = kind === 'plus' ? '+' : '-';
  const local = `${address.slice(0, at).split('+')[0]}${sign}${token}`;
  // RFC 5321 §4.5.3.1.1: a local part has 64 octets at most.
  return Buffer.byteLength(local) <= 64 ? `${local}${address.slice(at)}` : null;
}

/** Takes what looks like a token of the form for catch-all off an address. */
export function withoutToken(address: string): string {
  return address.replace(/-c\d{1,15}-[a-z2-7]{12}@/i, '@');
}
