import { durationMs } from '../../../ui/time/left.ts';

/** How values and their parts are called in the language of whoever reads them. */
export type ValueWords = {
  field: (code: string) => string;
  /** The words of a listed value of a part; null for anything else. */
  listed: (part: string, value: string) => string | null;
  /** An instant (ms), a day (`2026-03-04`) and a length of time (ms) in words. */
  instant: (at: number) => string;
  day: (day: string) => string;
  length: (ms: number) => string;
  yes: string;
  no: string;
};

/** Parts that say of which kind something is, or how it stands: their values need no name before them. */
const speaksForItself = new Set(['do', 'field', 'kind', 'on', 'state']);

/**
 * A value of a setting as a person reads it: what has a name is called by it, what is listed by its
 * words, times are said as everywhere, lists are joined, anything else is written as it is. Null for nothing.
 * @param part which part of the setting holds the value
 */
export function valueText(value: unknown, part: string, words: ValueWords): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string')
    return words.listed(part, value) ?? timeText(value, words) ?? value;
  if (Array.isArray(value)) {
    const texts = value.flatMap((one: unknown) => valueText(one, part, words) ?? []);
    return texts.length === 0 ? null : texts.join(', ');
  }
  if (typeof value !== 'object') return `${value as number}`;
  const named = Object.entries(value);
  const [, name] = named.find(([key, one]) => key === 'name' && typeof one === 'string') ?? [];
  if (typeof name === 'string') return name;
  const texts = named.flatMap(([key, one]) => partText(key, one, words) ?? []);
  return texts.length === 0 ? null : texts.join(', ');
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const day = /^\d{4}-\d\d-\d\d$/;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** An instant, a day or a length of time of the API in words; null for anything else. */
function timeText(value: string, words: ValueWords): string | null {
  if (instant.test(value)) return words.instant(Date.parse(value));
  if (day.test(value)) return words.day(value);
  const ms = durationMs(value);
  // Words leave out minutes from two days on, and seconds: a record says all or writes it as it is.
  const isWhole = ms % (ms < 48 * hourMs ? minuteMs : hourMs) === 0;
  return ms > 0 && isWhole ? words.length(ms) : null;
}

function partText(key: string, value: unknown, words: ValueWords): string | null {
  const text = key === 'id' ? null : valueText(value, key, words);
  if (text === null) return null;
  const isListed = typeof value === 'string' && words.listed(key, value) !== null;
  return isListed && speaksForItself.has(key) ? text : `${words.field(key)} ${text}`;
}

/** The code of a part without words of its own, as legible as it gets: `sizeLimit` is “size limit”. */
export function legible(code: string): string {
  return code
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('_', ' ')
    .trim();
}
