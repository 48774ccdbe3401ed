import { MailParser } from 'mailparser';
import { textOfHtml } from './html-text.ts';

/** A part of the mail as mailparser keeps it. */
type Part = {
  contentType?: string | false;
  textContent?: string;
  isAttachment?: boolean;
  children: Part[];
};

export type Body = { type: 'text'; text: string; html: string | null };

const limits = {
  maxHeadSize: 4 * 1024 * 1024,
  maxChildNodes: 2000,
  // A mail inside a mail stays a file.
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
};

/**
 * mailparser with our own way of putting the body together: it would make HTML of all text, and
 * text of all HTML, in one go, which takes seconds for large mails.
 */
export class LetterParser extends MailParser {
  declare tree: Part | false;
  declare headerLines: { key: string; line: string }[] | false;

  constructor() {
    super(limits);
  }

  /** Called by mailparser when all parts have arrived; its result is the last thing it emits. */
  getTextContent(): Body {
    const root: Part = this.tree || { children: [] };
    const html = htmlOf(root);
    return {
      type: 'text',
      text: textOf(root),
      html: html.length === 0 ? null : html.join('\n<hr>\n'),
    };
  }
}

/** The text: of alternatives the plain one, and of HTML parts that have none, their text. */
function textOf(part: Part): string {
  if (part.isAttachment) return '';
  if (part.contentType === 'text/plain') return part.textContent ?? '';
  if (part.contentType === 'text/html') return textOfHtml(part.textContent ?? '');
  const children = part.children;
  if (part.contentType === 'multipart/alternative') {
    const plain = children.filter((child) => hasPlainText(child)).map(textOf);
    if (plain.some((text) => text.trim() !== '')) return joinTexts(plain);
    return textOf(children.at(-1) ?? { children: [] });
  }
  return joinTexts(children.map(textOf));
}

function hasPlainText(part: Part): boolean {
  if (part.isAttachment) return false;
  return part.contentType === 'text/plain' || part.children.some(hasPlainText);
}

function joinTexts(texts: string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

function htmlOf(part: Part): string[] {
  if (part.isAttachment) return [];
  if (part.contentType === 'text/html') return [part.textContent ?? ''];
  return part.children.flatMap(htmlOf);
}
