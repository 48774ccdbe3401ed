/** More than a name; a longer text is not worth the time of looking at its dots. */
const longestGiven = 4000;

/** Names that mean devices on Windows, with whatever extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name under which a file can be kept and offered on any system: one line, no folders, nothing
 * that turns the direction of writing or hides, no device, at most 200 characters, its extension
 * kept. Empty when nothing is left.
 */
export function safeFileName(given: string): string {
  const name = given
    .slice(0, longestGiven)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    // With the characters that turn the direction of writing.
    .replace(/[/\\:*?"<>|\u202a-\u202e\u2066-\u2069]+/g, '_')
    // What is not seen (Unicode Cf).
    .replace(/\p{Cf}+/gu, '')
    .replace(/^[\s.]+/, (dots) => (dots.includes('.') ? '_' : ''))
    .replace(/[\s.]+$/, '')
    .replace(devices, '_$1');
  return name === '_' ? '' : shorten(name);
}

/** Keeps the extension of a long name, by which people and programs know what it is. */
function shorten(name: string): string {
  if (name.length <= 200) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, 200 - extension.length).toWellFormed()}${extension}`;
}

/** The media type in lower case, or the one that says nothing. */
export function mediaType(given: string | false | undefined): string {
  const type = (given || '').toLowerCase().trim();
  return /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.test(type) ? type : 'application/octet-stream';
}
