import type { MailFrame } from './frame.ts';
import { framed, paragraphsOf } from './html.ts';

/**
 * The HTML of an outgoing mail that an agent wrote with formatting.
 * @param html as `shown` gave it, with its pictures among the parts of the mail
 * @param after what Baton adds to it, in plain text
 */
export function htmlOfWritten(html: string, after: string, frame: MailFrame): string {
  return framed(`${styled(html)}\n${paragraphsOf(after)}`, frame);
}

/** Mail programs know no style sheets: each element carries its own. */
const styles: Record<string, string> = {
  p: 'margin:0 0 16px',
  blockquote: 'margin:0 0 16px;padding-left:12px;border-left:3px solid #d0d0d0;color:#5a5a5a',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  pre: 'margin:0 0 16px;padding:12px;background:#f4f4f4;white-space:pre-wrap;font-size:14px',
  img: 'max-width:100%;height:auto',
};

function styled(html: string): string {
  return html
    .replaceAll('<li><p>', '<li><p style="margin:0">')
    .replace(
      /<(p|blockquote|ul|ol|pre|img)(?=[ >])(?! style)/g,
      (tag, name: string) => `${tag} style="${styles[name]}"`,
    );
}
