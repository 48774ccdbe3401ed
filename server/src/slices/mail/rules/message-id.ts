/** Message-IDs as they stand in headers, for example `<abc@x.test>`. */

const longest = 900;

/** All Message-IDs in a header such as References, in order, without repeats. */
export function messageIdsIn(value: string): string[] {
  const found = value.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(found.filter((id) => id.length <= longest))];
}

/** The one Message-ID of a header; one without angle brackets gets them. */
export function messageIdOf(value: string): string | null {
  const [id] = messageIdsIn(value);
  if (id) return id;
  const bare = value.trim();
  return bare !== '' && !/[\s<>]/.test(bare) && bare.length <= longest ? `<${bare}>` : null;
}

/** RFC 5322 §3.6.4: what came before, and the message that is answered; the newest thirty. */
export function referencesFor(references: readonly string[], answered: string | null): string[] {
  const all = answered
    ? [...references.filter((id) => id !== answered), answered]
    : [...references];
  // The first message of the thread is what some programs sort by: it stays.
  return all.length <= 30 ? all : [all[0]!, ...all.slice(-29)];
}
