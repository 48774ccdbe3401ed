import { MailParser } from 'mailparser';
import { CharsetStream } from './decode/charset-stream.ts';
import { type HtmlBudget, textOfHtml, wholeBudget } from './html-text.ts';
import type { InlineFile } from './inside/inline-files.ts';
import { type PartHead, readPartHead } from './part-head.ts';

/** A part of the mail as mailparser keeps it. */
type Part = {
  contentType?: string | false;
  disposition?: string;
  charset?: string;
  textContent?: string;
  isAttachment?: boolean;
  children: Part[];
};

/** What mailsplit says, piece by piece. */
type Piece = { type: string; value?: Buffer };

/** `cut`: there was more text than is shown; the rest is in the original. */
export type Body = { type: 'text'; text: string; html: string | null; cut: boolean };

/** Added to the name of a character set, so that mailparser leaves the decoding to us. */
const ours = 'as-declared:';

const limits = {
  maxHeadSize: 4 * 1024 * 1024,
  maxChildNodes: 2000,
  // A mail inside a mail stays a file.
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
};

/**
 * How many bytes all parts of a mail that are shown may have together, as they arrive: they are held
 * in memory, by each of the mails that are read at once. A part that begins when this is used up is
 * kept as a file.
 */
const mostShown = { 'text/plain': 2_000_000, 'text/html': 4_000_000 };
type Shown = keyof typeof mostShown;

/**
 * mailparser with our own way of putting the body together: it would make HTML of all text, and
 * text of all HTML, in one go, which takes seconds for large mails.
 */
export class LetterParser extends MailParser {
  declare tree: Part | false;
  declare curnode: Part | undefined;
  declare headerLines: { key: string; line: string }[] | false;
  readonly #left = { ...mostShown };
  /** Files that stood in the text. */
  readonly inlineFiles: InlineFile[] = [];
  #cut = false;

  constructor() {
    super(limits);
  }

  /** Called by mailparser for each part; of its headers it needs only this one, and we none. */
  processHeaders(lines: { key: string; line: string }[] | null): Map<string, string> {
    const line = lines?.find(({ key }) => key === 'content-id')?.line.slice(0, 1000) ?? '';
    const id = line.slice(line.indexOf(':') + 1).trim();
    return new Map(id === '' ? [] : [['content-id', id]]);
  }

  /** Called by mailparser before anything else; each text is decoded by what this gives. */
  getDecoder(): { decodeStream: (charset: string) => CharsetStream } {
    return {
      decodeStream: (charset) =>
        new CharsetStream(charset.slice(ours.length) || null, (file) =>
          this.inlineFiles.push(file),
        ),
    };
  }

  /** Called by mailparser when the headers of a part are there. */
  override createNode(head: PartHead): Part {
    readPartHead(head);
    const part = super.createNode(head) as Part;
    part.charset = `${ours}${part.charset ?? ''}`;
    const shown = shownAs(part);
    if (shown && this.#left[shown] === 0) {
      part.isAttachment = true;
      part.disposition = 'attachment';
    }
    return part;
  }

  /** Called by mailparser for each piece of the mail; what is too much to be shown goes no further. */
  override processChunk(piece: Piece, done: (error?: Error) => void): void {
    const shown = piece.type === 'body' && this.curnode ? shownAs(this.curnode) : null;
    if (!shown || !piece.value) return super.processChunk(piece, done);
    const value = piece.value.subarray(0, this.#left[shown]);
    this.#left[shown] -= value.length;
    if (value.length === piece.value.length) return super.processChunk(piece, done);
    this.#cut = true;
    return super.processChunk({ ...piece, value }, done);
  }

  /** Called by mailparser when all parts have arrived; its result is the last thing it emits. */
  getTextContent(): Body {
    const root: Part = this.tree || { children: [] };
    const html = htmlOf(root);
    return {
      type: 'text',
      text: textOf(root, { ...wholeBudget }),
      html: html.length === 0 ? null : html.join('\n<hr>\n'),
      cut: this.#cut,
    };
  }
}

/** As what a part is shown; null for a file, and for what only holds other parts. */
function shownAs({ contentType, isAttachment, disposition }: Part): Shown | null {
  if (isAttachment || disposition === undefined) return null;
  return contentType === 'text/html' ? 'text/html' : 'text/plain';
}

/** The text: of alternatives the plain one, and of HTML parts that have none, their text. */
function textOf(part: Part, budget: HtmlBudget): string {
  if (part.isAttachment) return '';
  if (part.contentType === 'text/plain') return part.textContent ?? '';
  if (part.contentType === 'text/html') return textOfHtml(part.textContent ?? '', budget);
  const children = part.children;
  if (part.contentType === 'multipart/alternative') {
    const plain = children.filter(hasPlainText).map((child) => textOf(child, budget));
    if (plain.some((text) => text.trim() !== '')) return joinTexts(plain);
    // The best is the last (RFC 2046 §5.1.4), unless it is none that is shown.
    const texts = children.toReversed().map((child) => textOf(child, budget));
    return texts.find((text) => text.trim() !== '') ?? '';
  }
  return joinTexts(children.map((child) => textOf(child, budget)));
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
