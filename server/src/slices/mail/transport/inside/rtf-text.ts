import { decodeText } from '../decode/decode-text.ts';

/** What does not belong to the text: fonts, colours, styles, pictures, names of authors. */
const apart = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'header']);
const signs: Record<string, string> = {
  ...{ par: '\n', line: '\n', sect: '\n', row: '\n', tab: '\t', cell: '\t' },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ bullet: '•', '~': '\u00a0', _: '-' },
};
const token =
  /([{}])|\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z0-9])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** Groups nested deeper than this are read as one. */
const deepest = 500;

type Group = { hidden: boolean; skip: number };

/** The text of an RTF document, without its looks; takes time in proportion to it. */
export function textOfRtf(rtf: Buffer): string {
  const source = rtf.toString('latin1');
  const charset = `windows-${/\\ansicpg(\d{3,5})/.exec(source.slice(0, 2000))?.[1] ?? '1252'}`;
  const groups: Group[] = [{ hidden: false, skip: 1 }];
  let text = '';
  let bytes: number[] = [];
  let passing = 0;
  const flush = () => {
    if (bytes.length > 0) text += decodeText(Uint8Array.from(bytes), charset);
    bytes = [];
  };
  token.lastIndex = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [, brace, code, word, number, sign, plain] = found;
    const group = groups.at(-1)!;
    if (brace === '{' && groups.length < deepest) groups.push({ ...group });
    else if (brace === '}' && groups.length > 1) groups.pop();
    else if (sign === '*' || (word && apart.has(word))) group.hidden = true;
    else if (word === 'uc') group.skip = Number(number ?? 1);
    if (group.hidden || brace) continue;
    if (code !== undefined) {
      if (passing > 0) passing -= 1;
      else bytes.push(Number.parseInt(code, 16));
      continue;
    }
    flush();
    if (word === 'u') {
      text += String.fromCharCode(Number(number ?? 0) & 0xffff);
      passing = group.skip;
    } else if (plain !== undefined) {
      text += plain.slice(passing);
      passing = Math.max(0, passing - plain.length);
    } else text += signs[word ?? sign ?? ''] ?? (sign && /[\\{}]/.test(sign) ? sign : '');
  }
  flush();
  return text.trim();
}
