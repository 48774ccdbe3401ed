import type { DomNode, FormatCallback, SelectorDefinition } from 'html-to-text';
import { isForwardMark } from '../rules/forward-marks.ts';
import { quietQuote, quoteFromHere, signatureLine } from '../rules/marks.ts';

/** What mail programs wrap around what they quote: Gmail, Yahoo, Proton, NetEase, Thunderbird. */
const quotes = [
  ...['div.gmail_quote', 'div.gmail_quote_container', 'div.yahoo_quoted', 'div.protonmail_quote'],
  ...[
    'div.moz-cite-prefix',
    'div.ntes-mailmaster-quote',
    '#isReplyContent',
    'div.gmail_extra_quote',
  ],
  'blockquote[type=cite]',
];

/** What they put above it, with nothing of one's own below: Outlook of all kinds, Hotmail. */
const beginnings = [
  ...['[id$=divRplyFwdMsg]', 'div.OutlookMessageHeader', 'hr#stopSpelling'],
  ...['div[style*="border-top:solid #E1E1E1"]', 'div[style*="border-top:solid #B5C4DF"]'],
  '#mail-editor-reference-message-container',
];

const signatures = [
  ...['div.gmail_signature', 'div.moz-signature', 'pre.moz-signature', '#Signature'],
  ...['#ms-outlook-mobile-signature', '#composer_signature', '#AppleMailSignature'],
  'div.protonmail_signature_block',
];

/** HTML that tells its quotes apart, by one of the above. */
export function hasHtmlQuote(html: string): boolean {
  return /gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|ntes-mailmaster-quote|isReplyContent|type=["']?cite|divRplyFwdMsg|OutlookMessageHeader|stopSpelling|border-top:solid #(E1E1E1|B5C4DF)|mail-editor-reference/.test(
    html,
  );
}

const format =
  (transform: (block: string) => string): FormatCallback =>
  (element: DomNode, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: 2 });
    walk(element.children, builder);
    builder.closeBlock({ trailingLineBreaks: 2, blockTransform: transform });
  };

const eachLine = (mark: string) => (block: string) => block.replace(/^/gm, mark);

function quoteUnlessForwarded(block: string): string {
  const handedOn = block.split('\n', 4).some(isForwardMark);
  return handedOn ? block : eachLine(quietQuote)(block);
}

/** How the converter marks quotes and signatures. */
export const markFormatters: Record<string, FormatCallback> = {
  quote: format(quoteUnlessForwarded),
  quoteFromHere: format((block) => `${quoteFromHere}${block}`),
  signature: format(eachLine(signatureLine)),
};

const withFormat = (selectors: string[], name: string): SelectorDefinition[] =>
  selectors.map((selector) => ({ selector, format: name }));

export const markSelectors: SelectorDefinition[] = [
  ...withFormat(quotes, 'quote'),
  ...withFormat(beginnings, 'quoteFromHere'),
  ...withFormat(signatures, 'signature'),
];

/** Marks every line behind the one from which on everything is quoted. */
export function spreadMarks(text: string): string {
  const start = text.indexOf(quoteFromHere);
  if (start === -1) return text;
  const rest = text.slice(start).split('\n');
  if (rest.slice(0, 4).some(isForwardMark)) return text;
  // Outlook draws a rule above.
  const above = text.slice(0, start).replace(/\n([-_]{5,})\s*$/, `\n${quietQuote}$1\n`);
  return above + rest.map((line) => quietQuote + line).join('\n');
}
