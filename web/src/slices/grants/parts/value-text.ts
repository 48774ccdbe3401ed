/** How the parts of a value are called in the language of whoever reads it. */
export type ValueWords = { field: (code: string) => string; yes: string; no: string };

/**
 * A value of a setting as a person reads it: what has a name is called by it, lists are joined,
 * anything else is written as it is. Null for nothing.
 */
export function valueText(value: unknown, words: ValueWords): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    const texts = value.flatMap((one: unknown) => valueText(one, words) ?? []);
    return texts.length === 0 ? null : texts.join(', ');
  }
  if (typeof value !== 'object') return `${value as string | number}`;
  const named = Object.entries(value);
  const [, name] = named.find(([key, one]) => key === 'name' && typeof one === 'string') ?? [];
  if (typeof name === 'string') return name;
  const texts = named.flatMap(([key, one]) => {
    const text = key === 'id' ? null : valueText(one, words);
    return text === null ? [] : [`${words.field(key)} ${text}`];
  });
  return texts.length === 0 ? null : texts.join(', ');
}

/** The code of a part without words of its own, as legible as it gets: `sizeLimit` is “size limit”. */
export function legible(code: string): string {
  return code
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('_', ' ')
    .trim();
}
