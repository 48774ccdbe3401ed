/**
 * The text of a file from a spreadsheet: UTF-8, or UTF-16 where its mark says so.
 * @returns null where it is none, for example a workbook, or cannot be read
 */
export async function textOf(file: Blob): Promise<string | null> {
  const content = await file.arrayBuffer().catch(() => null);
  if (content === null) return null;
  const bytes = new Uint8Array(content);
  const [first, second] = bytes;
  const marked = (one: number, other: number) => first === one && second === other;
  const kind = marked(0xff, 0xfe) ? 'utf-16le' : marked(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(kind, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
