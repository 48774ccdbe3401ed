/** What mail programs wrap around what they quote (as in mail/transport/html-marks.ts). */
const quoteClass =
  /(^|\s)(gmail_quote(_container)?|gmail_extra_quote|yahoo_quoted|protonmail_quote|ntes-mailmaster-quote)(\s|$)/;

/** What Outlook puts above it: from here on everything beside it is quoted. */
const above = /divRplyFwdMsg$|^mail-editor-reference-message-container$/;
const ruleAbove = /border-top:\s*solid #(E1E1E1|B5C4DF)/i;

export type QuoteMark = 'around' | 'above' | null;

/** Whether an element of a letter holds what is quoted, or stands above it. */
export function quoteMark(tag: string, attributes: Record<string, string>): QuoteMark {
  const { class: classes = '', id = '', style = '', type = '' } = attributes;
  if (tag === 'blockquote') return type.toLowerCase() === 'cite' ? 'around' : null;
  if (tag !== 'div') return null;
  if (id === 'isReplyContent' || quoteClass.test(classes)) return 'around';
  if (above.test(id) || classes.includes('OutlookMessageHeader') || ruleAbove.test(style)) {
    return 'above';
  }
  return null;
}
