/** What stands in the armour of OpenPGP inside a text (RFC 9580 §6 and §7). */
export type Pgp = { text: string; encrypted: boolean; signed: boolean };

const signed = '-----BEGIN PGP SIGNED MESSAGE-----';
const signature = '-----BEGIN PGP SIGNATURE-----';
const signatureEnd = '-----END PGP SIGNATURE-----';
const encrypted = '-----BEGIN PGP MESSAGE-----';

/** Takes a signed text out of its armour, and tells an encrypted one. */
export function readPgp(text: string): Pgp {
  const start = text.indexOf(signed);
  if (start === -1) return { text, encrypted: text.includes(encrypted), signed: false };
  const blank = text.indexOf('\n\n', start);
  const end = text.indexOf(signature, start);
  if (blank === -1 || end === -1 || blank > end) return { text, encrypted: false, signed: true };
  const close = text.indexOf(signatureEnd, end);
  const rest = close === -1 ? '' : text.slice(close + signatureEnd.length);
  const said = text.slice(blank + 2, end).replace(/^- /gm, '');
  return { text: text.slice(0, start) + said + rest, encrypted: false, signed: true };
}
