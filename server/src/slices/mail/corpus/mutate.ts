/** Chance that can be played again: the same seed gives the same numbers, from 0 up to 1. */
export type Chance = () => number;

/** Mulberry32: small, and good enough to spoil mail with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (text: string, other: string, chance: Chance) => string;

const at = (text: string, chance: Chance) => Math.floor(chance() * (text.length + 1));
const lineOf = (lines: string[], chance: Chance) => Math.floor(chance() * lines.length);

/** A change of one line, chosen by chance among the first hundred: mostly headers. */
const line =
  (change: (lines: string[], index: number, chance: Chance) => void): Mutation =>
  (text, _other, chance) => {
    const lines = text.split('\r\n');
    change(lines, lineOf(lines.slice(0, 100), chance), chance);
    return lines.join('\r\n');
  };

const odd = [
  '\0',
  '\r',
  '\n',
  '\u001b$B',
  '\xff\xfe',
  '=?utf-8?B?',
  '"',
  '<',
  '--',
  ';',
  '\t',
  '\xe9',
];

const mutations: Record<string, Mutation> = {
  truncate: (text, _other, chance) => text.slice(0, at(text, chance)),
  splice: (text, other, chance) => text.slice(0, at(text, chance)) + other.slice(at(other, chance)),
  flip: (text, _other, chance) => {
    const where = at(text, chance);
    return text.slice(0, where) + String.fromCharCode(chance() * 256) + text.slice(where + 1);
  },
  insert: (text, _other, chance) => {
    const where = at(text, chance);
    return text.slice(0, where) + odd[Math.floor(chance() * odd.length)]! + text.slice(where);
  },
  repeat: (text, _other, chance) => {
    const where = at(text, chance);
    const piece = text.slice(where, where + 1 + Math.floor(chance() * 40));
    return text.slice(0, where) + piece.repeat(1 + Math.floor(chance() * 500)) + text.slice(where);
  },
  double: line((lines, index) => lines.splice(index, 0, lines[index]!)),
  drop: line((lines, index) => lines.splice(index, 1)),
  swap: line((lines, index, chance) => {
    const other = lineOf(lines, chance);
    [lines[index], lines[other]] = [lines[other]!, lines[index]!];
  }),
  boundary: (text, _other, chance) => {
    const found = [...text.matchAll(/boundary="?([^\s";]+)/gi)].map(([, name]) => name!);
    const one = found[Math.floor(chance() * found.length)];
    const two = found[Math.floor(chance() * found.length)];
    return one && two ? text.replaceAll(one, chance() < 0.5 ? two : `${two}x`) : text;
  },
};

/** One to four things go wrong with a mail; `other` is what pieces are taken from. */
export function mutate(raw: Buffer, other: Buffer, chance: Chance): Buffer {
  const all = Object.values(mutations);
  let text = raw.toString('latin1');
  for (let left = 1 + Math.floor(chance() * 4); left > 0; left--) {
    text = all[Math.floor(chance() * all.length)]!(text, other.toString('latin1'), chance);
  }
  return Buffer.from(text.slice(0, 2_000_000), 'latin1');
}
