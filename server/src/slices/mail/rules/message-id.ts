/** Message-IDs as they stand in headers, for example `<abc@x.test>`. */

/** Bytes; what is longer cannot be looked up, and is treated as if it were not there. */
const longest = 900;

/** All Message-IDs in a header such as References, in order, without repeats. */
export function messageIdsIn(value: string): string[] {
  const found = value.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(found.filter((id) => Buffer.byteLength(id) <= longest))];
}

/** The one Message-ID of a header; one without angle brackets gets them. */
export function messageIdOf(value: string): string | null {
  const [id] = messageIdsIn(value);
  if (id) return id;
  const bare = value.trim();
  return bare !== '' && !/[\s<>]/.test(bare) && Buffer.byteLength(bare) <= longest
    ? `<${bare}>`
    : null;
}

/** Whether an id may stand in a header that we write: visible ASCII only (RFC 5322 §3.6.4). */
export function maySend(id: string): boolean {
  return /^<[\x21-\x7e]+>$/.test(id);
}

/** RFC 5322 §3.6.4: what came before, and the message that is answered; the newest thirty. */
export function referencesFor(references: readonly string[], answered: string | null): string[] {
  const all = [
    ...references.filter((id) => id !== answered),
    ...(answered ? [answered] : []),
  ].filter(maySend);
  // The first message of the thread is what some programs sort by: it stays.
  return all.length <= 30 ? all : [all[0]!, ...all.slice(-29)];
}
