/**
 * The blanks of a template: `{{customer.name}}` is filled in by Baton from the case, `[[what was
 * done]]` by whoever writes. Used by the server, which refuses what still has one, and by the desk.
 */
export const knownBlanks = [
  'customer.name',
  'case.number',
  'case.subject',
  'agent.name',
  'team.name',
  'brand.name',
] as const;
type KnownBlank = (typeof knownBlanks)[number];

/** What Baton can fill in; null where it does not know it, and a person has to. */
export type BlankValues = Record<KnownBlank, string | null>;

const blank = /\{\{\s*([a-z.]{1,40})\s*\}\}|\[\[[^[\]\n]{1,120}\]\]/g;
const byBaton = /\{\{\s*([a-z.]{1,40})\s*\}\}/g;

/** Each blank in a text once, as it stands there, in its order. */
export function blanksIn(text: string): string[] {
  return [...new Set([...text.matchAll(blank)].map(([whole]) => whole))];
}

/** What stands between `{{` and `}}` in a text and is nothing that Baton could fill in. */
export function unknownBlanks(text: string): string[] {
  const known: readonly string[] = knownBlanks;
  return [...text.matchAll(byBaton)].flatMap(([, name]) => (known.includes(name!) ? [] : [name!]));
}

/** Fills in what is known; what is not stays a blank. */
export function fillBlanks(text: string, values: BlankValues): string {
  return text.replaceAll(byBaton, (whole, name: string) =>
    name in values ? (values[name as KnownBlank] ?? whole) : whole,
  );
}

/** The longest that Baton fills in where one blank is, in characters. */
const longestFilled = 400;

/**
 * Whether a text is a template as it stands, whatever Baton filled in: nobody wrote a word of it.
 * Spaces and line ends do not count. One pass over the text, however many blanks there are.
 */
export function isUnchanged(template: string, text: string): boolean {
  const parts = plain(template.replaceAll(byBaton, '\u0000')).split('\u0000');
  const said = plain(text);
  const [first = '', ...others] = parts;
  if (!said.startsWith(first)) return false;
  let place = first.length;
  for (const [index, part] of others.entries()) {
    const isLast = index === others.length - 1;
    const found = isLast && part !== '' ? said.length - part.length : said.indexOf(part, place);
    const end = isLast && part === '' ? said.length : found;
    if (end < place || end - place > longestFilled || !said.startsWith(part, end)) return false;
    place = end + part.length;
  }
  return place === said.length;
}

function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\u0000 ?/g, '\u0000')
    .trim();
}
