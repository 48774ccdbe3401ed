import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { foldQuotes } from '../rules/fold.ts';
import { heightOf } from '../rules/height.ts';
import { safeLink, spokenLink } from '../rules/link.ts';
import { isSpy, pictureSource } from '../rules/picture.ts';
import { isColoured, isPlain } from '../rules/plain.ts';
import { quoteMark } from '../rules/quote.ts';
import { longestStyle, safeStyles } from '../rules/safe-styles.ts';

/**
 * Whoever changes what comes out of here counts this up: what an older edition made is not shown
 * any more and is made again (docs/adr/0076).
 */
export const sanitiserVersion = 1;

/** A letter that may be shown, and what is known of it. */
export type SafeLetter = {
  html: string;
  plain: boolean;
  coloured: boolean;
  /** About how high it is, in pixels. */
  height: number;
  cut: boolean;
  /** Content-IDs; `data-picture="i0"` is the first of them. */
  inline: string[];
  /** Addresses; `data-picture="r0"` is the first of them. */
  remote: string[];
};

/** What is made safe of one letter: the time that it takes grows with the square of the depth. */
const most = { characters: 1_000_000, tags: 20_000, depth: 100, pictures: 100 };

const tags = [
  ...['a', 'abbr', 'address', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center'],
  ...['cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em', 'font'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p'],
  ...['pre', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'],
];

/** Left out with everything in them; of other unknown tags the content stays. */
const dropped = [
  ...['script', 'style', 'title', 'textarea', 'option', 'select', 'noscript', 'noembed', 'xmp'],
  ...['noframes', 'iframe', 'frameset', 'object', 'embed', 'applet', 'svg', 'math', 'template'],
  ...['audio', 'video', 'canvas', 'plaintext', 'portal'],
];

const attributes: IOptions['allowedAttributes'] = {
  '*': ['style', 'dir', 'lang', 'align', 'valign', 'bgcolor'],
  a: ['href', 'target', 'rel', 'data-to'],
  img: ['data-picture', 'src', 'alt', 'width', 'height'],
  table: ['width', 'height', 'cellpadding', 'cellspacing', 'border'],
  td: ['width', 'height', 'colspan', 'rowspan', 'nowrap'],
  th: ['width', 'height', 'colspan', 'rowspan', 'nowrap', 'scope'],
  col: ['width', 'span'],
  colgroup: ['width', 'span'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  hr: ['width', 'size', 'color', 'noshade'],
  details: ['class'],
};

/**
 * Makes the HTML of a letter safe to be shown: only tags, attributes and styles that are known to do
 * nothing but format; pictures by number, none that is fetched; links that say where they lead;
 * what is quoted in folds.
 */
export function makeSafe(given: string): SafeLetter {
  const { html, cut } = within(given);
  const inline: string[] = [];
  const remote: string[] = [];
  const safe = sanitizeHtml(html, optionsFor(inline, remote));
  const folded = foldQuotes(safe);
  return {
    html: folded,
    plain: isPlain(folded),
    coloured: isColoured(folded),
    height: heightOf(folded),
    cut,
    inline,
    remote,
  };
}

function within(given: string): { html: string; cut: boolean } {
  let html = given.slice(0, most.characters);
  let left = most.tags;
  for (const { index } of html.matchAll(/<[a-z]/gi)) {
    left -= 1;
    if (left >= 0) continue;
    html = html.slice(0, index);
    break;
  }
  return { html, cut: html.length < given.length };
}

function optionsFor(inline: string[], remote: string[]): IOptions {
  return {
    allowedTags: tags,
    nonTextTags: dropped,
    allowedAttributes: attributes,
    allowedStyles: { '*': safeStyles },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: most.depth,
    transformTags: {
      a: (tag, given) => ({ tagName: tag, attribs: linkOf(given) }),
      img: (tag, given) => ({ tagName: tag, attribs: pictureOf(given, inline, remote) }),
      div: quoteOr('div'),
      blockquote: quoteOr('blockquote'),
      details: 'div',
      summary: 'div',
      body: 'div',
      '*': (tagName, given) => ({ tagName, attribs: bounded(given) }),
    },
  };
}

function linkOf(given: Attributes): Attributes {
  const others = without(given, ['href', 'target', 'rel', 'data-to']);
  const link = given['href'] === undefined ? null : safeLink(given['href']);
  if (link === null) return others;
  return {
    ...others,
    href: link,
    target: '_blank',
    rel: 'noopener noreferrer nofollow',
    'data-to': spokenLink(link),
  };
}

function pictureOf(given: Attributes, inline: string[], remote: string[]): Attributes {
  const source = pictureSource(given['src'] ?? '');
  const shown = { ...without(given, ['src', 'data-picture']), alt: given['alt'] ?? '' };
  if (source?.kind === 'own') return { src: source.src, ...shown };
  if (source === null || (source.kind === 'remote' && isSpy(given))) return shown;
  const number =
    source.kind === 'inline' ? `i${place(inline, source.id)}` : `r${place(remote, source.url)}`;
  return { 'data-picture': number, ...shown };
}

/** The number of one in a list, to which it is added; those beyond a hundred are never shown. */
function place(list: string[], one: string): number {
  const known = list.indexOf(one);
  if (known !== -1) return known;
  return list.length < most.pictures ? list.push(one) - 1 : most.pictures;
}

function quoteOr(usual: string) {
  return (tag: string, { class: classes = '', ...given }: Attributes): Tag => {
    const mark = quoteMark(tag, { ...given, class: classes });
    if (mark === null) return { tagName: usual, attribs: given };
    const kind = mark === 'around' ? 'earlier' : 'earlier below';
    return { tagName: 'details', attribs: { class: kind } };
  };
}

function bounded(given: Attributes): Attributes {
  return (given['style']?.length ?? 0) <= longestStyle ? given : without(given, ['style']);
}

function without(given: Attributes, names: string[]): Attributes {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}
