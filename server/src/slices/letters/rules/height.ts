const lineHeight = 21;
const charactersOfLine = 82;
const pictureHeight = 160;
const most = 20_000;

const blockEnd =
  /<\/?(?:p|div|li|tr|h[1-6]|blockquote|pre|table|center|ul|ol|hr)\b[^>]*>|<br[^>]*>/;

/**
 * About how high a letter is that was made safe, in pixels: a frame without a script cannot say it,
 * and whoever shows it needs a size to begin with. What is folded is not counted.
 */
export function heightOf(html: string): number {
  const open = html.replaceAll(/<details class="earlier"[\s\S]*/g, ' ');
  let height = 2 * lineHeight;
  for (const block of open.split(new RegExp(blockEnd, 'g'))) {
    const text = (block ?? '').replaceAll(/<[^>]*>/g, '').trim();
    if (text !== '') height += Math.ceil(text.length / charactersOfLine) * lineHeight;
  }
  height += open.split(/<\/p>|<\/h[1-6]>|<hr/).length * 8;
  for (const [, attributes] of open.matchAll(/<img ([^>]*)>/g)) {
    const given = Number(/height="(\d{1,4})"/.exec(attributes!)?.[1] ?? pictureHeight);
    height += Math.min(given, 600);
  }
  return Math.min(height, most);
}
