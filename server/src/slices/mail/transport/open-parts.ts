import { Readable } from 'node:stream';
import { clean, oneLine } from './decode-header.ts';
import { decodeText } from './decode/decode-text.ts';
import { mediaType } from '../../../platform/file-name.ts';
import { fileName } from './file-name.ts';
import { textOfHtml, wholeBudget } from './html-text.ts';
import { readCalendar } from './inside/calendar.ts';
import { readPgp } from './inside/pgp.ts';
import { readPkcs7 } from './inside/signed-content.ts';
import { isTnef, readTnef } from './inside/tnef.ts';
import type { Body } from './letter-parser.ts';
import { type Mime, readMime, type Store } from './read-mime.ts';
import type { Note } from './reading.ts';
import type { StoredFile } from './store-part.ts';

/** `whole`: the original is to be kept among the files, for programs that check or decrypt it. */
export type Opened = Mime & { notes: Note[]; whole: boolean };

/** Held in memory while it is opened; what is larger stays a file. */
const largest = { calendar: 1024 * 1024, other: 40 * 1024 * 1024 };
/** How many files of a mail are opened, and how deep they may be in one another. */
const most = { files: 20, depth: 3 };

/**
 * Opens the parts of a mail in which its text or files are hidden: winmail.dat, signed S/MIME,
 * armoured OpenPGP, invitations. They stay files, too. Archives are never opened.
 */
export async function openParts(store: Store, mime: Mime, depth = 0): Promise<Opened> {
  let opened: Opened = { ...mime, files: [...mime.files], notes: [], whole: isSealed(mime) };
  if (isEncrypted(mime)) opened.notes.push({ kind: 'encrypted' });
  const openable = mime.files.map((file) => [file, kindOf(file)] as const);
  for (const [file, kind] of openable.filter(([, kind]) => kind !== null).slice(0, most.files)) {
    const content = await store.read(file.sha256);
    if (kind === 'calendar') readInvitation(opened, content);
    if (kind === 'tnef' && isTnef(content)) await addTnef(store, opened, content);
    if (kind === 'pkcs7') opened = await addPkcs7(store, opened, content, depth);
  }
  const pgp = readPgp(opened.body?.text ?? '');
  if (!pgp.encrypted && !pgp.signed) return opened;
  if (pgp.encrypted) opened.notes.push({ kind: 'encrypted' });
  return { ...opened, whole: true, body: withText(opened.body, pgp.text) };
}

function kindOf({ type, name, size }: StoredFile): 'calendar' | 'tnef' | 'pkcs7' | null {
  if (/^(text\/(x-v)?calendar|application\/ics)$/.test(type) || /\.ics$/i.test(name)) {
    return size <= largest.calendar ? 'calendar' : null;
  }
  if (size > largest.other) return null;
  if (type.endsWith('ms-tnef') || /^win(mail)?\.dat$/i.test(name)) return 'tnef';
  return type.endsWith('pkcs7-mime') || /\.p7m$/i.test(name) ? 'pkcs7' : null;
}

function isSealed({ lines }: Mime): boolean {
  return /^content-type\s*:\s*multipart\/(signed|encrypted)\b/im.test(lines.join('\n'));
}

function isEncrypted({ lines }: Mime): boolean {
  return /^content-type\s*:\s*multipart\/encrypted\b/im.test(lines.join('\n'));
}

function readInvitation(opened: Opened, content: Buffer): void {
  const invitation = readCalendar(clean(decodeText(content, 'utf-8')));
  // The same invitation often comes twice, as a part and as a file.
  const known = opened.notes.some(({ kind }) => kind === 'calendar');
  if (invitation && !known) opened.notes.push({ kind: 'calendar', invitation });
}

async function addTnef(store: Store, opened: Opened, content: Buffer): Promise<void> {
  const tnef = readTnef(content);
  for (const { name, type: given, inlineId, content } of tnef.files) {
    const type = mediaType(given ?? false);
    opened.files.push({
      ...(await store.put(content)),
      name: fileName(name, type),
      type,
      inlineId: inlineId && oneLine(inlineId).slice(0, 250),
      beginning: null,
    });
  }
  if ((opened.body?.text ?? '').trim() !== '') return;
  const html = opened.body?.html ?? tnef.html;
  const text = tnef.text ?? (html === null ? '' : textOfHtml(html, { ...wholeBudget }));
  opened.body = { ...withText(opened.body, text), html };
}

async function addPkcs7(store: Store, opened: Opened, content: Buffer, depth: number) {
  const inside = readPkcs7(content);
  if (inside?.kind === 'encrypted') {
    return { ...opened, whole: true, notes: [...opened.notes, { kind: 'encrypted' } as const] };
  }
  if (!inside?.content || depth >= most.depth) return { ...opened, whole: inside !== null };
  const mime = await readMime(store, Readable.from([inside.content]));
  const inner = await openParts(store, mime, depth + 1);
  const joined = [opened.body?.text, inner.body?.text].filter((text) => text?.trim());
  return {
    ...opened,
    files: [...opened.files, ...inner.files],
    notes: [...opened.notes, ...inner.notes],
    whole: true,
    body: {
      ...withText(inner.body, joined.join('\n\n')),
      html: opened.body?.html ?? inner.body?.html ?? null,
    },
  };
}

function withText(body: Body | null, text: string): Body {
  return { type: 'text', html: body?.html ?? null, cut: body?.cut ?? false, text };
}
