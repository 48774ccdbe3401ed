/** Names of character sets as mails give them, that the Encoding Standard does not know. */
const others: [RegExp, string][] = [
  [/^(win|windows|cp|x-cp|ms|microsoft-cp)[-_ ]?(874|125[0-8])$/, 'windows-$2'],
  [/^(cp|ms|windows|x-mswin)[-_]?936$|^x-gbk$|^gb_?2312.*$|^gb_?18030.*$|^euc-?cn$/, 'gb18030'],
  [/^(cp|ms|windows)[-_]?(950|951)$|^x-x-big5$|^big-?5.*$/, 'big5'],
  [/^(cp|ms|windows)[-_]?(932|31j)$|^s-?jis$|^x-ms-cp932$|^shift-?jis.*$/, 'shift_jis'],
  [/^(cp|ms|windows|x-windows)[-_]?949$|^ks_?c_?5601.*$|^euc_?kr$|^uhc$/, 'euc-kr'],
  [/^_?iso-?2022-?jp.*$|^jis$|^(cp|x-windows-)5022[0-2]$/, 'iso-2022-jp'],
  [/^koi-?8[-_]?r?$/, 'koi8-r'],
  [/^koi-?8[-_]?u$/, 'koi8-u'],
  [/^(x-)?(unicode-1-1-|unicode-2-0-|x-unicode-2-0-)?utf[-_]?7$/, 'utf-7'],
  [/^utf[-_ ]?8.*$|^unicode-1-1-utf-8$|^cp65001$/, 'utf-8'],
  [/^(iso[-_ ]?)?8859[-_]?(\d{1,2})([-_].*)?$|^iso8859[-_]?(\d{1,2})$/, 'iso-8859-$2$4'],
  [/^(us-?)?ascii.*$|^ansi_x3.*$|^7-?bit$|^8-?bit$|^binary$/, 'us-ascii'],
  [/^hz(-gb-2312)?$/, 'hz-gb-2312'],
];

/** How a character set is decoded: by which name of the Encoding Standard, `utf-7` or `hz-gb-2312`. */
export function charsetName(given: string | null): string | null {
  const name = (given ?? '').slice(0, 60).trim().toLowerCase().replace(/["']/g, '').split('*')[0]!;
  if (name === '') return null;
  for (const [shape, real] of others) {
    if (shape.test(name)) return name.replace(shape, real);
  }
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
