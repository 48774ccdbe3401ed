/**
 * A value of a setting as a person reads it: what has a name is called by it, lists are joined,
 * anything else is written as it is. Null for nothing.
 */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const texts = value.flatMap((one: unknown) => valueText(one) ?? []);
    return texts.length === 0 ? null : texts.join(', ');
  }
  if (typeof value !== 'object') return `${value as string | number | boolean}`;
  const named = Object.entries(value);
  const [, name] = named.find(([key, one]) => key === 'name' && typeof one === 'string') ?? [];
  if (typeof name === 'string') return name;
  const texts = named.flatMap(([key, one]) => {
    const text = key === 'id' ? null : valueText(one);
    return text === null ? [] : [`${key} ${text}`];
  });
  return texts.length === 0 ? null : texts.join(', ');
}
