/**
 * What may be shown of a number without saying why: its last characters, four at most and never
 * more than a third of it.
 */
export function endingOf(value: string): string {
  const signs = Array.from(value.replaceAll(/[\s.-]/g, ''));
  return signs.slice(signs.length - Math.min(4, Math.floor(signs.length / 3))).join('');
}
