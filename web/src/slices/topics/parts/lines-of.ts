/** What is written one to a line, or parted by commas. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;，；、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
