/** The form in which addresses are compared: trimmed, in lower case. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** Whether it can be written to: one at sign, no white space, no control characters, ≤ 254. */
export function isAddress(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return (
    text.length <= 254 &&
    /^[^@\s\u0000-\u001f\u007f<>",;:]+@[^@\s\u0000-\u001f\u007f<>",;:]+$/.test(text)
  );
}

/**
 * Stands for the sender of a message that names none who could be written to. No address, so that
 * nothing is ever sent there, and nobody can claim to be it.
 */
export const unknownSender = 'unknown sender';

/** The part after the at sign, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  return normaliseAddress(address).split('@')[1] ?? '';
}

/**
 * Takes the detail off an address (RFC 5233): `support+c1001-abc@x.test` is
 * `support@x.test` with the detail `c1001-abc`.
 */
export function splitDetail(address: string): { base: string; detail: string | null } {
  const normal = normaliseAddress(address);
  const found = /^([^+@]+)\+([^@]*)@(.+)$/.exec(normal);
  if (!found) return { base: normal, detail: null };
  return { base: `${found[1]}@${found[3]}`, detail: found[2]! };
}

/** Addresses behind which nobody reads: an answer to them is never sent by itself. */
export function isUnattended(address: string): boolean {
  const local = normaliseAddress(address).split('@')[0] ?? '';
  return /^(mailer-daemon|(do[-_.]?)?no[-_.]?t?[-_.]?reply|nie[-_.]?antworten|bounces?)([-_.+].*)?$/.test(
    local,
  );
}

/** The address of a machine that reports on delivery (RFC 5321 §4.5.5). */
export function isMailerDaemon(address: string): boolean {
  return /^(mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|postmast|bounce-?notification|mdaemon|microsoftexchange[0-9a-f]+)@/.test(
    normaliseAddress(address),
  );
}

/**
 * Whether mail to that address can reach somebody: an address of a host that exists by its name.
 * `localhost` and the names of RFC 2606 §2 are none; the first agent of a fresh installation has one.
 */
export function isReachable(address: string): boolean {
  if (!isAddress(normaliseAddress(address)) || isUnattended(address)) return false;
  return !/(^|\.)(localhost|invalid|example)$|^example\.(com|net|org)$/.test(domainOf(address));
}
