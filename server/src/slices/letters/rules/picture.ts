/** Where a picture of a letter comes from. */
export type PictureSource =
  /** The letter brought it in its own text. */
  | { kind: 'own'; src: string }
  /** A file of the letter, by its Content-ID. */
  | { kind: 'inline'; id: string }
  | { kind: 'remote'; url: string };

const longestUrl = 2000;
const own = /^data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** What the `src` of a picture means; null: nothing that is shown. */
export function pictureSource(given: string): PictureSource | null {
  const src = given.trim();
  if (/^data:/i.test(src)) {
    const whole = src
      .replaceAll(/\s/g, '')
      .replace(/^data:image\/\w+;base64/i, (head) => head.toLowerCase());
    return own.test(whole) ? { kind: 'own', src: whole } : null;
  }
  const content = /^cid:(.{1,250})$/i.exec(src)?.[1];
  if (content !== undefined) return { kind: 'inline', id: unescaped(content) };
  const url = src.length > longestUrl ? null : URL.parse(src.replace(/^\/\//, 'https://'));
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  return { kind: 'remote', url: url.href };
}

/** A picture of hardly any size tells the sender that the letter was opened, and shows nothing. */
export function isSpy(attributes: Record<string, string>): boolean {
  const sizes = [attributes['width'], attributes['height']].map((size) =>
    Number.parseInt(size ?? '', 10),
  );
  if (sizes.some((size) => size <= 2)) return true;
  return /(^|[;\s])(max-)?(width|height)\s*:\s*[012](px)?\s*(;|!|$)|display\s*:\s*none/i.test(
    attributes['style'] ?? '',
  );
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
