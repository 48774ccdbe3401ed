import { decodeText } from './decode-text.ts';
import { decodeWords } from './decode-words.ts';

/** How much of a header is looked at, and how many parts of one parameter. */
const looked = { characters: 16_384, sections: 200 };

/** A section of a parameter (RFC 2231 §3): its place, whether it is percent-encoded, its bytes. */
type Section = { place: number; encoded: boolean; value: string };

/**
 * The parameters of a header such as Content-Disposition, from its raw line (bytes as latin1
 * characters): names in lower case. Takes what RFC 2231 allows and what programs write instead:
 * sections in any order, no character set, encoded words (RFC 2047) in quotes, raw bytes.
 */
export function parametersOf(line: string): Map<string, string> {
  const all = new Map<string, Section[]>();
  const value = line.slice(0, looked.characters).replace(/\r?\n[ \t]*/g, ' ');
  const shape = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;
  for (const [, name, quoted, plain] of value.matchAll(shape)) {
    const parts = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name!.toLowerCase());
    if (!parts) continue;
    const text = quoted === undefined ? plain!.trim() : quoted.replace(/\\(["\\])/g, '$1');
    const sections = all.get(parts[1]!) ?? [];
    if (sections.length >= looked.sections) continue;
    sections.push({ place: Number(parts[2] ?? 0), encoded: parts[3] === '*', value: text });
    all.set(parts[1]!, sections);
  }
  return new Map([...all].map(([name, sections]) => [name, textOf(sections)]));
}

function textOf(sections: Section[]): string {
  // The encoded form counts where a program writes both (RFC 6266 §4.3).
  const encoded = sections.some((section) => section.encoded);
  const single = sections.filter(({ place }) => place === 0);
  const chosen =
    encoded && single.length > 1 ? sections.filter((section) => section.encoded) : sections;
  const ordered = chosen.toSorted((a, b) => a.place - b.place);
  const joined = distinct(ordered);
  if (!encoded) return decodeWords(decodeText(Buffer.from(joined.plain, 'latin1'), null));
  return decodeText(joined.bytes, joined.charset);
}

/** Puts the sections together; of two with the same place the first counts. */
function distinct(ordered: Section[]) {
  let charset: string | null = null;
  let plain = '';
  const bytes: Buffer[] = [];
  for (const [index, { place, encoded, value }] of ordered.entries()) {
    if (index > 0 && ordered[index - 1]!.place === place) continue;
    const label = index === 0 ? /^([\w.:-]*)'[^']*'/.exec(value) : null;
    if (label) charset = label[1] || null;
    const content = label ? value.slice(label[0].length) : value;
    plain += content;
    bytes.push(Buffer.from(encoded ? unescapePercent(content) : content, 'latin1'));
  }
  return { charset, plain, bytes: Buffer.concat(bytes) };
}

function unescapePercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
